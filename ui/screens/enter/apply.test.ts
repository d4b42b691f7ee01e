import { describe, expect, it } from 'vitest'

import { paper } from '@/tests/fixtures/paper'

import {
  addItem, applyRemedy, blankItem, changeHead, changeItem, changeWhy, clauseNotAppointment, letStand, notAppointment, readNumber,
  removeItems, reopen,
} from './apply'

const card = { id: 31, name: '王秀兰', gender: null, ethnicity: null, birth: null, posts: [], former: false, note: null }
const finding = (item: number | null, source: { start: number; end: number } | null = null) => ({
  code: 'uncertain' as const,
  item,
  source,
})

describe('a correction', () => {
  it('keeps why its entry was wrong; a paper that corrects nothing has no reason', () => {
    const corrects = { ...paper(), correction: { order: 12, why: '' } }
    expect(changeWhy(corrects, '姓名录错').correction).toEqual({ order: 12, why: '姓名录错' })
    expect(changeWhy(paper(), '姓名录错').correction ?? null).toBeNull()
  })
})

describe('a remedy changes the draft', () => {
  it('a chosen person is taken for every item of the printed name, and for no other', () => {
    const after = applyRemedy(paper(), finding(9), { do: 'take_person', person: card })
    const chosen = after?.items.flatMap((row, at) => (row.person.take === 'known' ? [[at, row.person.id]] : []))
    expect(chosen).toEqual([[9, 31], [10, 31]])
  })

  it('somebody new is new in every item of the name', () => {
    const after = applyRemedy(paper(), finding(5), { do: 'new_person' })
    expect(after?.items.map((row) => row.person.take === 'new')).toEqual(
      paper().items.map((row) => row.item.person.name === '杨盛'),
    )
  })

  it('a known unit is taken for every item that prints it', () => {
    const after = applyRemedy(paper(), finding(12), { do: 'take_organisation', id: 4, name: '县财政局' })
    expect(after?.items.flatMap((row, at) => (row.organisation.take === 'known' ? [at] : []))).toEqual([0, 12, 13])
  })

  it('a known post is taken where unit and title are the same', () => {
    const after = applyRemedy(paper(), finding(12), { do: 'take_post', id: 5, title: '副局长' })
    expect(after?.items.flatMap((row, at) => (row.post.take === 'known' ? [at] : []))).toEqual([12, 13])
  })

  it('an item is marked as concurrent', () => {
    expect(applyRemedy(paper(), finding(4), { do: 'mark_concurrent' })?.items[4]?.item.concurrent).toBe(true)
  })

  it.each(['held_since', 'set_day', 'add_item'] as const)('%s first asks the clerk', (wanted) => {
    expect(applyRemedy(paper(), finding(0), { do: wanted })).toBeNull()
  })
})

describe('a finding let stand', () => {
  it('is marked once and can be opened again', () => {
    const mark = finding(3, { start: 1, end: 5 })
    const stood = letStand(letStand(paper(), mark), mark)
    expect(stood.accepted).toEqual([mark])
    expect(reopen(stood, mark).accepted).toEqual([])
  })

  it('keeps to its item when an earlier one goes, and goes with its own', () => {
    const stood = letStand(letStand(paper(), finding(3)), finding(5))
    expect(removeItems(stood, [3]).accepted.map((mark) => mark.item)).toEqual([4])
  })
})

describe('a clause that is no appointment', () => {
  it('without items is marked at its place', () => {
    const mark = { code: 'not-understood' as const, item: null, source: { start: 300, end: 320 } }
    const after = notAppointment(paper(), mark)
    expect(after.accepted).toEqual([mark])
    expect(after.items).toHaveLength(14)
  })

  it('loses the items read from it, and the finding is marked at the clause', () => {
    const draft = paper()
    const after = notAppointment(draft, finding(6))
    expect(after.items.map((row) => row.item.person.name)).not.toContain('杨盛')
    expect(after.accepted).toEqual([{ code: 'uncertain', item: null, source: draft.items[6]?.item.source }])
  })

  it('can be said of an item, too', () => {
    expect(clauseNotAppointment(paper(), 0).items[0]?.item.person.name).toBe('林晓燕')
  })
})

describe('items are added, changed and taken out', () => {
  it('an item stands at its place in the order of the text, and marks move along', () => {
    const draft = letStand(letStand(paper(), finding(0)), finding(13))
    const source = draft.items[4]?.item.source ?? { start: 0, end: 0 }
    const added = addItem(draft, blankItem(draft, source))
    expect(added.at).toBe(5)
    expect(added.draft.items).toHaveLength(15)
    expect(added.draft.accepted.map((mark) => mark.item)).toEqual([0, 14])
  })

  it('its kind is guessed from the words selected', () => {
    const draft = paper()
    const kinds = [0, 11].map((at) => blankItem(draft, draft.items[at]?.item.source ?? { start: 0, end: 0 }).item.kind)
    expect(kinds).toEqual(['dismiss', 'appoint'])
  })

  it('a name written anew is looked up anew, and the others keep their choice', () => {
    const chosen = applyRemedy(paper(), finding(9), { do: 'take_person', person: card })
    const after = changeItem(chosen ?? paper(), 9, { name: '王秀莲' })
    expect([after.items[9]?.person.take, after.items[10]?.person.take]).toEqual(['by_name', 'known'])
    expect(after.items[9]?.edited).toBe(true)
  })

  it('items that did not change stay the same objects', () => {
    const draft = paper()
    const after = changeItem(draft, 2, { title: '局长' })
    expect(after.items.filter((row, at) => row !== draft.items[at])).toHaveLength(1)
  })
})

describe('the head is typed', () => {
  it.each([
    ['青政人〔2023〕1号', { text: '青政人〔2023〕1号', code: '青政人', year: 2023, serial: 1 }],
    ['青政人[2023]01号', { text: '青政人〔2023〕1号', code: '青政人', year: 2023, serial: 1 }],
    ['青组干（2021）第12号', { text: '青组干〔2021〕12号', code: '青组干', year: 2021, serial: 12 }],
    ['第七十二号', { text: '第七十二号', code: null, year: null, serial: null }],
    ['  ', null],
  ])('a number %s', (typed, number) => {
    expect(readNumber(typed)).toEqual(number)
  })

  it('and an emptied field is unknown', () => {
    expect(changeHead(paper(), 'issuer', ' ').issuer).toBeNull()
  })
})
