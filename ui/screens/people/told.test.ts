import { describe, expect, it } from 'vitest'

import type { ActLine, ToldTenure, ToldTerms } from '@/bridge'

import { saidWords, storied } from './told'

const terms = (more: Partial<ToldTerms> = {}): ToldTerms => ({
  start: '2020-03-01', no_later_than: null, end: null, ended: false, end_cause: null, concurrent: false, acting: false,
  secondment: false, probation_ends: null, confirmed_on: null, term_ends: null, ...more,
})
const act: ActLine = { id: 1, at: '2023-03-01T02:00:00Z', actor: '李晓', act: 'record-order', why: null, summary: '登记', stands: true, takes_back: null, places: [], touched: 0 }
const tenure = (...said: (ToldTerms | null)[]): ToldTenure => ({ post_id: 3, post: '县财政局局长', stands: said.at(-1) !== null, moments: said.map((one) => ({ act, said: one })) })

describe('what the register said of a tenure', () => {
  it('is a stretch with what qualifies it', () => {
    expect(saidWords(terms({ probation_ends: '2021-03-01' }))).toBe('2020.03.01—至今　试用期至2021.03.01')
    expect(saidWords(terms({ start: null, end: '2021', ended: true, acting: true }))).toBe('不详—2021　代')
  })

  it('is a story where a start moved, an end moved or went, or the tenure was said no more', () => {
    const ended = terms({ end: '2021-05-01', ended: true })
    expect(storied([tenure(terms()), tenure(terms(), ended)]), 'begun and ended as papers came').toEqual([])
    const stories = [
      tenure(terms({ start: null }), terms()),
      tenure(terms(), ended, terms({ end: '2021-06-01', ended: true })),
      tenure(terms(), ended, terms()),
      tenure(terms(), null),
    ]
    expect(storied(stories)).toEqual(stories)
  })
})
