// Which lines of a kind are shown, and where a gap of numbers is looked at.

import type { ConcernGroup, ConcernKind, ConcernLine } from '@/bridge'

/** How many lines of a kind are shown before the clerk asks for all. */
export const SHORT = 12

/** The lines of a kind: all that fit, or all. */
export function linesOf(group: ConcernGroup, all: boolean): ConcernLine[] {
  return all ? group.lines : group.lines.slice(0, SHORT)
}

/** The orders of the series that lacks numbers, where the concern is one of numbers. */
export function seriesOf(kind: ConcernKind, line: ConcernLine): { path: string; query: { q: string; year?: string } } | null {
  const series = line.words.series
  if (kind !== 'number-gap' || series === undefined) return null
  const year = /〔(\d{4})〕/.exec(series)?.[1]
  return { path: '/orders', query: { q: series, ...(year ? { year } : {}) } }
}
