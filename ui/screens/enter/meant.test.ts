import { afterEach, describe, expect, it } from 'vitest'

import { setHost } from '@/bridge'
import { fakeHost } from '@/tests/fixtures/host'
import { paper } from '@/tests/fixtures/paper'

import { candidates, takeMeant } from './meant'

afterEach(() => setHost(null))

describe('the clerk says who or what is meant', () => {
  it('for every item that prints the same, and can leave it to the name again', () => {
    const chosen = takeMeant(paper(), 0, 'person', { take: 'known', id: 12 })
    expect(chosen.items.map((row) => row.person.take === 'known')).toEqual(
      paper().items.map((row) => row.item.person.name === '陈国栋'),
    )
    const back = takeMeant(chosen, 1, 'person', { take: 'by_name' })
    expect(back.items.every((row) => row.person.take === 'by_name')).toBe(true)
    expect(takeMeant(paper(), 12, 'post', { take: 'new' }).items.filter((row) => row.post.take === 'new')).toHaveLength(2)
  })

  it('among persons where a person is meant, and among units where a unit is', async () => {
    const hits = [
      { target: { kind: 'person' as const, id: 1 }, title: '陈国栋', detail: '县审计局局长' },
      { target: { kind: 'organisation' as const, id: 2 }, title: '县财政局', detail: '' },
    ]
    setHost(fakeHost({ search: () => ({ hits }) }))
    expect((await candidates('person', '陈', null)).map((one) => one.title)).toEqual(['陈国栋'])
    expect((await candidates('organisation', '县', null)).map((one) => one.title)).toEqual(['县财政局'])
  })

  it('among the posts of the unit alone, and none where the unit is not known', async () => {
    const post = (id: number, title: string) => ({ id, title, authorised: null, headship: false, rank: false, ended_on: null, holders: [] })
    const page = {
      id: 3, name: '县财政局', other_names: [], parent: null, kind: null, standing: 1, ended_on: null, founded_on: null, former: [], events: [], children: [],
      posts: [post(4, '局长'), post(5, '总会计师')], tenures: [],
    }
    setHost(fakeHost({ organisation: () => page }))
    expect((await candidates('post', '会计', 3)).map((one) => one.id)).toEqual([5])
    expect(await candidates('post', '会计', null)).toEqual([])
  })
})
