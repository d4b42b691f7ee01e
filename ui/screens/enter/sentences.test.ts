import { describe, expect, it } from 'vitest'

import { effectWords, findingWords, qualifiers, recordedSentence, remedyWords } from './sentences'
import { paper } from '@/tests/fixtures/paper'

const recorded = {
  order_id: 1, number: '青政人〔2023〕1号', appointed_persons: 8, appoints: 8, dismisses: 14, unknown_starts: 3, next: null,
}

describe('one sentence says what was recorded', () => {
  it.each([
    [{}, '已登记 青政人〔2023〕1号：任8人8职，免14职；3人始任时间待补'],
    [{ unknown_starts: 0, dismisses: 0 }, '已登记 青政人〔2023〕1号：任8人8职'],
    [{ appoints: 0, unknown_starts: 0 }, '已登记 青政人〔2023〕1号：免14职'],
    [{ appoints: 0, dismisses: 0, unknown_starts: 0, number: null }, '已登记 （无文号）：没有改变任职'],
  ])('%j', (change, sentence) => {
    expect(recordedSentence({ ...recorded, ...change })).toBe(sentence)
  })
})

describe('an item says what it will do', () => {
  it.each([
    [{ does: 'opens' }, '开始任职'],
    [{ does: 'closes', since: '2019-05' }, '结束 2019.05 以来的任职'],
    [{ does: 'closes', since: null }, '结束任职，始任时间不详'],
    [{ does: 'closes_unknown' }, '始任时间不详'],
    [{ does: 'nothing' }, '不改变任职'],
  ] as const)('%j', (effect, words) => {
    expect(effectWords(effect)).toBe(words)
  })

  it('and what qualifies it', () => {
    expect(paper().items.map((row) => qualifiers(row.item).join('、')).filter(Boolean)).toEqual([
      '试用期一年',
      '挂职、任期2年',
    ])
  })
})

it('a namesake is offered with what tells them apart', () => {
  const person = {
    id: 3, name: '王秀兰', gender: 'female' as const, ethnicity: '苗族', birth: '1975-03', posts: ['县一中副校长'], former: true, note: null,
  }
  expect(remedyWords({ do: 'take_person', person })).toBe('王秀兰（女，苗族，1975.03，曾任县一中副校长）')
  expect(remedyWords({ do: 'set_head', field: 'issued_on' })).toBe('补填成文日期')
})

it('a finding is said in the sentence of the catalogue', () => {
  expect(findingWords({ code: 'person-namesake', data: { name: '王秀兰' } })).toBe('台账中有同名的王秀兰，请选定是哪一位')
})
