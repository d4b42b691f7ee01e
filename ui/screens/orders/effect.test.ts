import { describe, expect, it } from 'vitest'

import { orderPage, tenure } from '@/tests/fixtures/lookup'

import { countsOf, effectsOf, qualifiersOf } from './effect'

const item = (more: object) => ({ ...(orderPage().items[0] ?? {}), opened: null, closed: null, confirmed: null, ...more }) as Parameters<typeof effectsOf>[0]

describe('what an item of an order changed', () => {
  it.each([
    ['opens what still runs', { opened: tenure() }, ['开始任职，现仍在任']],
    ['opens what has ended', { opened: tenure({ ended: true, end: '2019-05' }) }, ['开始任职，任至2019.05']],
    ['closes', { closed: tenure({ ended: true, end: '2019-05' }) }, ['结束2016.03.08以来的任职']],
    ['closes what has no start', { closed: tenure({ start: null }) }, ['结束任职，始任时间不详']],
    ['confirms', { confirmed: tenure() }, ['试用期满，正式任职']],
    ['changes nothing', {}, ['没有改变任职']],
  ])('%s', (_, more, words) => {
    expect(effectsOf(item(more))).toEqual(words)
  })

  it('is qualified in whole years where it can be', () => {
    expect(qualifiersOf(item({ concurrent: true, probation_months: 12, term_months: 36, note: '正科级' }))).toEqual(['兼', '试用期一年', '任期3年', '正科级'])
    expect(qualifiersOf(item({ probation_months: 6, term_months: 18 }))).toEqual(['试用期6个月', '任期18个月'])
  })

  it('is counted without what a paper does not do', () => {
    expect(countsOf({ appoints: 8, dismisses: 14, items: 22 })).toBe('任8　免14')
    expect(countsOf({ appoints: 0, dismisses: 0, items: 2 })).toBe('其他2')
  })
})
