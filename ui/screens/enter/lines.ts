// The list beside the paper: items in the order of the text, and between and under them what waits for the clerk.

import type { DraftItem } from '@/bridge'

import { isOpen, type Found } from './draft'

/** One line of the list. */
export type Line =
  | { kind: 'item'; id: string; key: number; at: number; /** Whether its clause begins here. */ clause: boolean; notices: Found[] }
  | { kind: 'finding'; id: string; found: Found }

const asLine = (found: Found): Line => ({ kind: 'finding', id: found.id, found })

/** The name of an item's line. */
export function itemLine(key: number): string {
  return `item/${key}`
}

/**
 * The lines, from the items with their keys and from the findings. What speaks of the whole paper comes first;
 * what speaks of an item stands under it; what speaks of a place of the text stands where that place is. Mere
 * notices of an item stand at the item and make no line.
 */
export function linesOf(items: DraftItem[], keys: number[], findings: Found[]): Line[] {
  const lines: Line[] = findings.filter(({ key, sheet }) => key === null && sheet.source === null).map(asLine)
  const loose = findings
    .filter(({ key, sheet }) => key === null && sheet.source !== null)
    .sort((a, b) => (a.sheet.source?.start ?? 0) - (b.sheet.source?.start ?? 0))
  items.forEach(({ item }, at) => {
    while (loose[0]?.sheet.source && loose[0].sheet.source.start < item.source.start) {
      lines.push(...loose.splice(0, 1).map(asLine))
    }
    const key = keys[at] ?? -1
    const own = findings.filter((found) => found.key === key)
    const before = items[at - 1]?.item.source
    lines.push({
      kind: 'item',
      id: itemLine(key),
      key,
      at,
      clause: before?.start !== item.source.start || before.end !== item.source.end,
      notices: own.filter((found) => found.sheet.weight === 'notice'),
    })
    lines.push(...own.filter((found) => found.sheet.weight !== 'notice').map(asLine))
  })
  return [...lines, ...loose.map(asLine)]
}

/** The next (`by` 1) or last (`by` -1) line that waits for the clerk, around the end; null where none does. */
export function nextOpen(lines: Line[], from: string | null, by: 1 | -1): Line | null {
  const here = lines.findIndex((line) => line.id === from)
  const start = here < 0 ? (by === 1 ? -1 : 0) : here
  for (let step = 1; step <= lines.length; step += 1) {
    const at = (start + by * step + lines.length * 2) % lines.length
    const line = lines[at]
    if (line?.kind === 'finding' && isOpen(line.found)) return line
  }
  return null
}
