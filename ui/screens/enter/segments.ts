// The text of a paper cut where something begins or ends to speak of it. Places count Unicode code points, as the
// program counts them; a browser counts UTF-16 units, so the text is cut by characters here and nowhere else.

import type { Span } from '@/bridge'

/** A stretch of text of which the same items and findings speak. */
export interface Segment {
  /** Its first code point. */
  start: number
  /** The one after its last. */
  end: number
  text: string
  /** Places of the items in their list. */
  items: number[]
  /** Places of the findings in theirs. */
  findings: number[]
}

/** Cuts a text. Spans that leave it are cut to it; empty ones speak of nothing. */
export function segments(text: string, items: Span[], findings: (Span | null)[]): Segment[] {
  const signs = Array.from(text)
  const edges = new Set([0, signs.length])
  const inside = (span: Span) => ({ start: Math.max(0, span.start), end: Math.min(signs.length, span.end) })
  for (const span of [...items, ...findings]) {
    if (!span) continue
    const { start, end } = inside(span)
    if (start >= end) continue
    edges.add(start)
    edges.add(end)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const over = (spans: (Span | null)[], start: number, end: number) =>
    spans.flatMap((span, at) => (span && span.start <= start && span.end >= end ? [at] : []))
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? signs.length
    return { start, end, text: signs.slice(start, end).join(''), items: over(items, start, end), findings: over(findings, start, end) }
  })
}

/** Code points in the first `units` UTF-16 units of a text. */
export function pointsIn(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length
}
