import { describe, expect, it } from 'vitest'

import { dotted, inWords, isoDate, readDate } from './dates'

describe('a date is read as clerks type it', () => {
  it.each([
    ['198003', '1980-03'],
    ['19800305', '1980-03-05'],
    ['1980', '1980'],
    ['1980.3', '1980-03'],
    ['1980.03.05', '1980-03-05'],
    ['1980-3-5', '1980-03-05'],
    ['1980/3', '1980-03'],
    ['1980年', '1980'],
    ['1980年3月', '1980-03'],
    ['1980年3月5日', '1980-03-05'],
    ['１９８０年３月', '1980-03'],
    ['二〇二三年二月二十八日', '2023-02-28'],
    ['二○一九年十月', '2019-10'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    [' 2023 . 2 . 28 ', '2023-02-28'],
    ['2024.2.29', '2024-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(readDate(typed)).toBe(iso)
  })

  it.each(['', '80.3', '198013', '2023.2.29', '2023.2.30', '20230', '明天', '1899', '2201', '1980年3月5日6'])(
    '%s is no date',
    (typed) => {
      expect(readDate(typed)).toBeNull()
    },
  )
})

describe('a date is written in its own precision', () => {
  it('in tables with dots', () => {
    expect(['2023-02-28', '2023-02', '2023', null].map(dotted)).toEqual(['2023.02.28', '2023.02', '2023', ''])
  })

  it('in sentences with 年月日', () => {
    expect(['2023-02-28', '2023-02', '2023'].map(inWords)).toEqual(['2023年2月28日', '2023年2月', '2023年'])
  })

  it('and a day without its month is none', () => {
    expect(isoDate(2023, undefined, 3)).toBeNull()
  })
})
