// What the register said of a tenure, in words.

import type { ToldTenure, ToldTerms } from '@/bridge'
import { endOf, marksOf, startOf } from '@/screens/lookup/tenures'
import { dotted, say } from '@/text'

/** From when to when, and what qualifies it, as it was said. */
export function saidWords(said: ToldTerms): string {
  const cause = said.end_cause && said.end_cause !== 'dismissed' ? [say(`word.cause-${said.end_cause}`)] : []
  const confirmed = said.confirmed_on
    ? [say('tenure.confirmed', { date: dotted(said.confirmed_on) })]
    : said.probation_ends && !said.ended
      ? [say('tenure.probation', { date: dotted(said.probation_ends) })]
      : []
  return [`${startOf(said)}—${endOf(said)}`, ...marksOf(said), ...confirmed, ...cause].join('　')
}

/** The tenures of which more was said than that they began and ended: those whose story is worth reading. */
export function storied(tenures: ToldTenure[]): ToldTenure[] {
  return tenures.filter((tenure) => {
    if (!tenure.stands) return true
    const starts = new Set(tenure.moments.map((one) => one.said?.start ?? (one.said ? '?' : '-')))
    const ends = new Set(tenure.moments.flatMap((one) => (one.said?.ended ? [one.said.end ?? '?'] : [])))
    // Once ended, running again: somebody has changed what was said.
    const reopened = tenure.moments.some((one, at) => at > 0 && tenure.moments[at - 1]?.said?.ended === true && one.said?.ended === false)
    return starts.size > 1 || ends.size > 1 || reopened
  })
}
