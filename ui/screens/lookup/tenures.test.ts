import { describe, expect, it } from 'vitest'

import { career, paperLink, tenure } from '@/tests/fixtures/lookup'

import { begunBy, careerText, endOf, linesOf, runsBeside, startOf, tipOf } from './tenures'

describe('a career to paste into a document', () => {
  it('is one line a stretch, months under months, posts of one stretch together', () => {
    expect(careerText(career()).split('\n')).toEqual([
      '不详   --2011.06  青云县人民政府办公室秘书科科长',
      '2011.06--2016.03  城关镇人民政府副镇长',
      '2016.03--2019.05  青云县财政局党组成员、副局长',
      '2019.05--2023.02  青云县审计局局长',
      '2020   --         青云县债务风险防控领导小组成员（兼）',
      '2023.02--         青云县财政局局长',
      '2021.07--         四级调研员',
    ])
  })

  it('joins posts of different units with a comma, and says what qualifies them', () => {
    const text = careerText([
      tenure({ title: '局长', acting: true }),
      tenure({ organisation: '青云县国有资产监督管理局', title: '局长', concurrent: true }),
      tenure({ organisation: '石桥乡人民政府', title: '副乡长', secondment: true, start: '2018-01' }),
    ])
    expect(text).toBe('2016.03--         青云县财政局代局长，青云县国有资产监督管理局局长（兼）\n2018.01--         石桥乡人民政府副乡长（挂职）')
  })
})

describe('what is not known', () => {
  it('is said, and never filled up', () => {
    expect(startOf(tenure({ start: null }))).toBe('不详')
    expect(endOf(tenure({ end: null, ended: true }))).toBe('不详')
    expect(endOf(tenure())).toBe('至今')
    expect(startOf(tenure({ start: '2019-03' }))).toBe('2019.03')
  })

  it('keeps the day of a confirmation as the first day that is sure', () => {
    const [line] = linesOf([tenure({ start: null, confirmed_on: '2018-11' })], () => [], () => 0)
    expect(line).toMatchObject({ start: null, heldOn: '2018-11' })
  })
})

it('a tip says the whole tenure with its two papers', () => {
  const ended = tenure({ end: '2019-05-06', ended: true, concurrent: true, end_order: paperLink('青政人〔2019〕6号', '2019-05-07') })
  expect(tipOf(ended, 'person')).toBe('青云县财政局副局长　兼　2016.03.08—2019.05.06　任：青政人〔2016〕3号　免：青政人〔2019〕6号')
  expect(tipOf(tenure(), 'post')).toMatch(/^陈国栋　青云县财政局副局长/)
})

it('seats in a leading group run beside the main posts', () => {
  expect(runsBeside(tenure({ organisation: '青云县防汛抗旱指挥部' }))).toBe(true)
  expect(runsBeside(tenure({ concurrent: true }))).toBe(true)
  expect(runsBeside(tenure())).toBe(false)
})

it('what had begun by a day is told by the precision of both', () => {
  expect(begunBy(tenure({ start: '2019-03-05' }), '2019-03-05')).toBe(true)
  expect(begunBy(tenure({ start: '2019-03-06' }), '2019-03-05')).toBe(false)
  expect(begunBy(tenure({ start: '2019-03' }), '2019-03-05')).toBe(true)
  expect(begunBy(tenure({ start: '2019-03-20' }), '2019-03')).toBe(true)
  expect(begunBy(tenure({ start: null }), '1990-01-01')).toBe(true)
  expect(begunBy(tenure({ start: '2019-03-20' }), null)).toBe(true)
})
