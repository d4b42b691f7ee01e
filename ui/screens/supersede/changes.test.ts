import { describe, expect, it } from 'vitest'

import type { PreviewAnswer } from '@/bridge'
import { tenure } from '@/tests/fixtures/lookup'

import { changesNothing, marksOfPresent, movedWords, sumOf } from './changes'

const nothing: PreviewAnswer = { appear: [], vanish: [], moved: [], present: [] }

describe('what an act would change', () => {
  it.each<[string, Partial<PreviewAnswer>, string]>([
    ['nothing', {}, '任职没有变动'],
    ['a tenure of the past', { vanish: [tenure()] }, '任职去掉1条；现任职务没有变动'],
    [
      'several at once',
      { appear: [tenure(), tenure()], vanish: [tenure()], moved: [{ before: tenure(), after: tenure() }], present: [{ person_id: 1, name: '陈国栋', before: [], after: ['县财政局局长'] }] },
      '任职增加2条、去掉1条、起止变动1条；1人现任职务有变动',
    ],
  ])('is said in one sentence: %s', (_, what, words) => {
    expect(sumOf({ ...nothing, ...what })).toBe(words)
    expect(changesNothing({ ...nothing, ...what })).toBe(words === '任职没有变动')
  })

  it('tells a tenure that moves by its stretch, and by its terms where that is the same', () => {
    const running = tenure({ start: '2020-01-01', end: null, ended: false })
    expect(movedWords(tenure({ start: '2020-01-01', end: '2021-01-01', ended: true }), running)).toEqual({
      before: '2020.01.01—2021.01.01',
      after: '2020.01.01—至今',
    })
    expect(movedWords(running, { ...running, concurrent: true }).after).toContain('兼')
  })

  it('keeps in one line which present posts stay, go and come; of two alike only one goes', () => {
    expect(marksOfPresent(['县教育局党组成员', '县教育局总督学'], ['县教育局党组成员', '县公安局副局长'])).toEqual([
      { post: '县教育局党组成员', is: 'kept' },
      { post: '县教育局总督学', is: 'gone' },
      { post: '县公安局副局长', is: 'new' },
    ])
    expect(marksOfPresent(['委员', '委员'], ['委员']).map((mark) => mark.is)).toEqual(['kept', 'gone'])
  })
})
