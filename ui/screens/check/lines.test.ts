import { describe, expect, it } from 'vitest'

import type { ConcernLine } from '@/bridge'

import { linesOf, seriesOf, SHORT } from './lines'

const line = (words: Record<string, string>): ConcernLine => ({ words, places: [] })

describe('the lines of a kind', () => {
  it('are cut until the clerk asks for all', () => {
    const group = { kind: 'number-gap' as const, lines: Array.from({ length: 40 }, () => line({})) }
    expect(linesOf(group, false)).toHaveLength(SHORT)
    expect(linesOf(group, true)).toHaveLength(40)
  })

  it('of missing numbers lead to the orders of their series', () => {
    expect(seriesOf('number-gap', line({ series: '青政人〔2019〕' }))).toEqual({ path: '/orders', query: { q: '青政人〔2019〕', year: '2019' } })
    expect(seriesOf('overlap', line({ series: '青政人〔2019〕' }))).toBeNull()
  })
})
