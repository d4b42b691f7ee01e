// What an act would change, in words.

import type { TenureLine } from '@/bridge'
import { endOf, postOf, startOf } from '@/screens/lookup/tenures'
import { say } from '@/text'

import type { Changes } from './preview'

/** Whether nothing of the history would differ. */
export function changesNothing(answer: Changes): boolean {
  return (answer.goes?.length ?? 0) + answer.appear.length + answer.vanish.length + answer.moved.length + answer.present.length === 0
}

/** The one sentence: 任职增加1条、去掉1条、起止变动2条；2人现任职务有变动. What does not occur is left out. */
export function sumOf(answer: Changes): string {
  if (changesNothing(answer)) return say('supersede.none')
  const tenures = [
    answer.goes?.length ? say('supersede.goes', { count: answer.goes.length }) : '',
    answer.appear.length > 0 ? say('supersede.appear', { count: answer.appear.length }) : '',
    answer.vanish.length > 0 ? say('supersede.vanish', { count: answer.vanish.length }) : '',
    answer.moved.length > 0 ? say('supersede.moved', { count: answer.moved.length }) : '',
  ].filter(Boolean)
  const present =
    answer.present.length > 0 ? say('supersede.present', { count: answer.present.length }) : say('supersede.present.none')
  const what = tenures.length > 0 ? [say('supersede.tenures', { what: tenures.join(say('supersede.and')) })] : []
  return [...what, present].join(say('supersede.then'))
}

/** From when to when. */
export function stretchOf(tenure: TenureLine): string {
  return `${startOf(tenure)}—${endOf(tenure)}`
}

/** In what a tenure that moves differs: its stretch; where that is the same, its terms. */
export function movedWords(before: TenureLine, after: TenureLine): { before: string; after: string } {
  if (stretchOf(before) !== stretchOf(after)) return { before: stretchOf(before), after: stretchOf(after) }
  return { before: termsOf(before), after: termsOf(after) }
}

function termsOf(tenure: TenureLine): string {
  const terms = [
    tenure.concurrent ? say('kit.concurrent') : '',
    tenure.acting ? say('kit.acting') : '',
    tenure.secondment ? say('kit.secondment') : '',
    tenure.probation_ends ? say('tenure.probation', { date: tenure.probation_ends.replaceAll('-', '.') }) : '',
    tenure.confirmed_on ? say('tenure.confirmed', { date: tenure.confirmed_on.replaceAll('-', '.') }) : '',
    tenure.term_ends ? say('tenure.term', { date: tenure.term_ends.replaceAll('-', '.') }) : '',
    tenure.end_cause && tenure.end_cause !== 'dismissed' ? say(`word.cause-${tenure.end_cause}`) : '',
  ].filter(Boolean)
  return `${stretchOf(tenure)}${terms.length > 0 ? `　${terms.join('、')}` : ''}`
}

/** A post in the line of a person whose present posts change: kept, given up, or new. */
export interface PostMark {
  post: string
  is: 'kept' | 'gone' | 'new'
}

/** Present posts before and after in one line: what stays, what goes, what comes. */
export function marksOfPresent(before: string[], after: string[]): PostMark[] {
  const left = [...after]
  const marks = before.map((post): PostMark => {
    const at = left.indexOf(post)
    if (at < 0) return { post, is: 'gone' }
    left.splice(at, 1)
    return { post, is: 'kept' }
  })
  return [...marks, ...left.map((post): PostMark => ({ post, is: 'new' }))]
}

/** 姓名　单位职务. */
export function whoWhat(tenure: TenureLine): string {
  return `${tenure.name}　${postOf(tenure)}`
}
