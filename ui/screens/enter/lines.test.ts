import { describe, expect, it } from 'vitest'

import { paper, sheetOf } from '@/tests/fixtures/paper'

import type { Found } from './draft'
import { linesOf, nextOpen, type Line } from './lines'

function lines(): Line[] {
  const draft = paper()
  const keys = draft.items.map((_, at) => 100 + at)
  const findings = sheetOf(1, draft).findings.map((sheet, at): Found => ({
    id: `${sheet.code}/${at}`,
    key: sheet.item === null ? null : (keys[sheet.item] ?? null),
    sheet,
  }))
  return linesOf(draft.items, keys, findings)
}

const told = (line: Line | null) =>
  line === null ? null : line.kind === 'item' ? line.at : line.found.sheet.code

describe('the list beside the paper', () => {
  it('has what waits for the clerk under its item, and the rest at its place in the text', () => {
    expect(lines().map(told)).toEqual([
      0, 1, 2, 3, 4, 'organisation-similar', 5, 6, 7, 8, 9, 'person-namesake', 10, 11, 'dismissal-without-tenure', 12, 13,
      'not-understood',
    ])
  })

  it('shows a notice at its item and not as a line', () => {
    const notices = lines().flatMap((line) => (line.kind === 'item' ? line.notices.map((found) => [line.at, found.sheet.code]) : []))
    expect(notices).toEqual([[5, 'person-new']])
  })

  it('knows where a clause begins', () => {
    const begins = lines().flatMap((line) => (line.kind === 'item' && line.clause ? [line.at] : []))
    expect(begins).toEqual([0, 2, 4, 5, 8, 9, 11, 12])
  })

  it('F8 goes from open finding to open finding and round the end, Shift+F8 back', () => {
    const list = lines()
    const at = (code: string) => list.find((line) => told(line) === code)?.id ?? null
    expect(told(nextOpen(list, null, 1))).toBe('organisation-similar')
    expect(told(nextOpen(list, at('organisation-similar'), 1))).toBe('person-namesake')
    expect(told(nextOpen(list, at('not-understood'), 1))).toBe('organisation-similar')
    expect(told(nextOpen(list, null, -1))).toBe('not-understood')
    expect(told(nextOpen([], null, 1))).toBeNull()
  })
})
