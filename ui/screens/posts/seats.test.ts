import { describe, expect, it } from 'vitest'

import { seatsOf, wholeNumber } from './seats'

describe('seats', () => {
  it.each([
    [1, 1, 'full', '核定1　实配1　＝ 满'],
    [3, 1, 'vacant', '核定3　实配1　－ 空缺2'],
    [2, 3, 'over', '核定2　实配3　＋ 超配1'],
    [0, 1, 'over', '核定0　实配1　＋ 超配1'],
    [null, 4, 'unknown', '实配4（核定职数未登记）'],
  ] as const)('of %s held by %s are %s', (authorised, filled, state, words) => {
    expect(seatsOf(authorised, filled)).toEqual({ state, words })
  })

  it('are typed as whole numbers, or not at all', () => {
    expect(wholeNumber(' 3 ')).toBe(3)
    expect(wholeNumber('')).toBe(null)
    expect(['三', '-1', '1.5', '1234567'].map(wholeNumber)).toEqual([undefined, undefined, undefined, undefined])
  })
})
