// Tenures as the look-up screens show them: lines of a timeline, words, and a career to paste into a document.

import type { TenureLine } from '@/bridge'
import type { TimelineLine } from '@/kit'
import { dotted, say } from '@/text'

/** Unit and title run together, as they are spoken. */
export function postOf(tenure: Pick<TenureLine, 'organisation' | 'title'>): string {
  return `${tenure.organisation ?? ''}${tenure.title}`
}

/** Whether a tenure runs beside the main posts: 兼, or a seat in a body that people sit in by their main post. */
export function runsBeside(tenure: Pick<TenureLine, 'organisation' | 'concurrent'>): boolean {
  return tenure.concurrent || /(小组|指挥部|联席会议|专班)$/.test(tenure.organisation ?? '')
}

/** Whether a tenure has begun by the end of a day, month or year; one whose start is not known is taken to have. */
export function begunBy(tenure: Pick<TenureLine, 'start'>, on: string | null): boolean {
  return tenure.start === null || on === null || tenure.start.slice(0, on.length) <= on
}

/** 兼, 代, 挂职: what qualifies a tenure. */
export function marksOf(tenure: Pick<TenureLine, 'concurrent' | 'acting' | 'secondment'>): string[] {
  return [
    ...(tenure.concurrent ? [say('kit.concurrent')] : []),
    ...(tenure.acting ? [say('kit.acting')] : []),
    ...(tenure.secondment ? [say('kit.secondment')] : []),
  ]
}

/** The first day, the day before which it was, or that it is not known. */
export function startOf(tenure: Pick<TenureLine, 'start'> & Partial<Pick<TenureLine, 'no_later_than'>>): string {
  if (!tenure.start && tenure.no_later_than) return say('tenure.no-later-than', { date: dotted(tenure.no_later_than) })
  return dotted(tenure.start) || say('kit.unknown-date')
}

/** The end, 至今 while it runs, or that it is not known. */
export function endOf(tenure: Pick<TenureLine, 'end' | 'ended'>): string {
  if (tenure.end) return dotted(tenure.end)
  return tenure.ended ? say('kit.unknown-date') : say('kit.now')
}

/** Everything of a tenure in one sentence, for a tip and for those who hear it. */
export function tipOf(tenure: TenureLine, whose: 'person' | 'post'): string {
  return [
    whose === 'person' ? postOf(tenure) : `${tenure.name}　${postOf(tenure)}`,
    ...marksOf(tenure),
    `${startOf(tenure)}—${endOf(tenure)}`,
    ...(tenure.start_order ? [say('tenure.by-start', { number: tenure.start_order.number })] : []),
    ...(tenure.end_order ? [say('tenure.by-end', { number: tenure.end_order.number })] : []),
  ].join('　')
}

/** Tenures as lines of a timeline, by their place in the list. */
export function linesOf(
  tenures: TenureLine[],
  labels: (tenure: TenureLine, at: number) => string[],
  band: (tenure: TenureLine) => number,
): TimelineLine[] {
  return tenures.map((tenure, at) => ({
    key: at,
    start: tenure.start,
    end: tenure.end,
    ended: tenure.ended,
    heldOn: tenure.confirmed_on,
    hatchedTo: tenure.probation_ends,
    band: band(tenure),
    labels: labels(tenure, at),
  }))
}

const MONTH = 7

function month(date: string | null, unknown: string): string {
  const text = date === null ? unknown : dotted(date).slice(0, MONTH)
  // A Chinese sign is as wide as two of the digits that it stands under.
  const width = Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0)
  return text + ' '.repeat(Math.max(0, MONTH - width))
}

/**
 * A career as clerks write it in forms: `2016.03--2019.05  青云县财政局党组成员、副局长`, one line a stretch; posts of the
 * same stretch share a line, and an open end is padded to the width of a month.
 */
export function careerText(tenures: TenureLine[]): string {
  const stretches: { when: string; tenures: TenureLine[] }[] = []
  for (const tenure of tenures) {
    const open = tenure.ended ? say('kit.unknown-date') : ''
    const when = `${month(tenure.start, say('kit.unknown-date'))}--${month(tenure.end, open)}`
    const same = stretches.find((stretch) => stretch.when === when)
    if (same) same.tenures.push(tenure)
    else stretches.push({ when, tenures: [tenure] })
  }
  return stretches.map((stretch) => `${stretch.when}  ${together(stretch.tenures)}`).join('\n')
}

function together(tenures: TenureLine[]): string {
  let text = ''
  let unit: string | null = null
  tenures.forEach((tenure, at) => {
    const same = at > 0 && tenure.organisation === unit
    const title = qualified(tenure)
    text += at === 0 ? '' : same ? '、' : '，'
    text += same ? title : `${tenure.organisation ?? ''}${title}`
    unit = tenure.organisation
  })
  return text
}

function qualified(tenure: TenureLine): string {
  const title = (tenure.acting ? say('kit.acting') : '') + tenure.title
  const notes = [
    ...(tenure.concurrent ? [say('kit.concurrent')] : []),
    ...(tenure.secondment ? [say('kit.secondment')] : []),
  ]
  return notes.length === 0 ? title : `${title}（${notes.join('、')}）`
}
