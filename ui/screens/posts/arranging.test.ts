import { describe, expect, it } from 'vitest'

import { ordered, placed, stepped, useArranging } from './arranging'

describe('another order', () => {
  it('puts one in the place of another, from above and from below', () => {
    expect(placed([1, 2, 3, 4], 1, 3)).toEqual([2, 3, 1, 4])
    expect(placed([1, 2, 3, 4], 4, 2)).toEqual([1, 4, 2, 3])
    expect(placed([1, 2, 3], 9, 2)).toEqual([1, 2, 3])
  })

  it('moves one a place up or down, and stays at the ends', () => {
    expect(stepped([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
    expect(stepped([1, 2, 3], 2, 1)).toEqual([1, 3, 2])
    expect(stepped([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
    expect(stepped([1, 2, 3], 3, 1)).toEqual([1, 2, 3])
  })

  it('shows rows in it, those that came since behind', () => {
    const rows = [{ id: 1 }, { id: 2 }, { id: 3 }]
    expect(ordered(rows, (row) => row.id, [3, 1]).map((row) => row.id)).toEqual([3, 1, 2])
    expect(ordered(rows, (row) => row.id, null)).toEqual(rows)
  })

  it('is recorded as one act for each group, however many steps it took, and only when it is saved', async () => {
    const recorded: number[][] = []
    const arranging = useArranging((order) => Promise.resolve(recorded.push(order)))
    expect(arranging.step(null, [1, 2, 3], 1, -1), 'nothing above the first').toBe(false)
    expect(arranging.changed.value).toBe(false)
    arranging.step(null, [1, 2, 3], 3, -1)
    arranging.step(null, [1, 3, 2], 3, -1)
    expect(recorded).toEqual([])
    expect(await arranging.save()).toBe(true)
    expect(recorded).toEqual([[3, 1, 2]])
    expect(arranging.changed.value).toBe(false)
  })

  it('keeps what could not be saved', async () => {
    const refusal = { code: 'look-only', words: {}, trouble: 'refused' as const }
    const arranging = useArranging(() => Promise.reject(refusal))
    arranging.step(7, [1, 2], 2, -1)
    expect(await arranging.save()).toBe(false)
    expect(arranging.error.value).toEqual(refusal)
    expect(arranging.changed.value).toBe(true)
  })
})
