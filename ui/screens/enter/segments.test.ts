import { describe, expect, it } from 'vitest'

import { pointsIn, segments } from './segments'

describe('the text of a paper is cut where something speaks of it', () => {
  it('by code points, also behind characters beyond the first plane', () => {
    const text = '𠮷某任局长，另行通知'
    const cut = segments(text, [{ start: 0, end: 5 }], [{ start: 6, end: 10 }])
    expect(cut.map((piece) => [piece.text, piece.items, piece.findings])).toEqual([
      ['𠮷某任局长', [0], []],
      ['，', [], []],
      ['另行通知', [], [0]],
    ])
    expect(pointsIn(text, 3)).toBe(2)
  })

  it('where clauses share or nest', () => {
    const cut = segments('甲任乙，免丙', [{ start: 0, end: 6 }, { start: 4, end: 6 }], [{ start: 0, end: 6 }, null])
    expect(cut.map((piece) => [piece.text, piece.items, piece.findings])).toEqual([
      ['甲任乙，', [0], [0]],
      ['免丙', [0, 1], [0]],
    ])
  })

  it('and joined again it is the whole text, whatever the spans say', () => {
    const text = '任免通知'
    const cut = segments(text, [{ start: -3, end: 2 }, { start: 3, end: 3 }, { start: 1, end: 99 }, { start: 9, end: 4 }], [])
    expect(cut.map((piece) => piece.text).join('')).toBe(text)
    expect(segments('', [], [])).toEqual([])
  })
})
