import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'

import { setHost, type Draft } from '@/bridge'
import { fakeHost, refusal } from '@/tests/fixtures/host'
import { sheetOf } from '@/tests/fixtures/paper'

import { addItem, blankItem, changeHead, changeItem, removeItems } from './apply'
import { PAUSE, useDraft, type DraftWork } from './draft'

let scope: EffectScope

async function open(host = fakeHost()): Promise<{ work: DraftWork; saves: () => Draft[] }> {
  setHost(host)
  scope = effectScope()
  const work = scope.run(() => useDraft(7))
  if (!work) throw new Error('the scope ran')
  await work.load()
  const saves = () =>
    host.asked.filter((asked) => asked.name === 'save_draft').map((asked) => (asked.request as { draft: Draft }).draft)
  return { work, saves }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  setHost(null)
})

describe('what the clerk types into a draft', () => {
  it('is shown at once and saved after a pause, once', async () => {
    const { work, saves } = await open()
    for (const title of ['青', '青云', '青云县通知']) work.edit((draft) => changeHead(draft, 'title', title), 'title')
    expect(work.draft.value?.title).toBe('青云县通知')
    expect(saves()).toHaveLength(0)
    vi.advanceTimersByTime(PAUSE)
    await flushPromises()
    expect(saves().map((draft) => draft.title)).toEqual(['青云县通知'])
    expect(work.saving.value).toBe('saved')
  })

  it('is saved when the draft is left before the pause is over', async () => {
    const { work, saves } = await open()
    work.edit((draft) => changeItem(draft, 0, { title: '党组书记' }))
    scope.stop()
    await flushPromises()
    expect(saves()[0]?.items[0]?.item.post.title).toBe('党组书记')
  })

  it('is not taken back by an answer to what was saved before it', async () => {
    let answer: (() => void) | undefined
    const host = fakeHost({
      save_draft: ({ id, draft }) => new Promise((done) => (answer = () => done(sheetOf(id, draft)))),
    })
    const { work, saves } = await open(host)
    work.edit((draft) => changeHead(draft, 'issuer', '甲'))
    vi.advanceTimersByTime(PAUSE)
    await flushPromises()
    work.edit((draft) => changeHead(draft, 'issuer', '甲乙'))
    expect(saves()).toHaveLength(1)
    answer?.()
    await flushPromises()
    expect(work.draft.value?.issuer).toBe('甲乙')
    expect(saves()).toHaveLength(2)
    answer?.()
    await flushPromises()
    expect(saves().map((draft) => draft.issuer)).toEqual(['甲', '甲乙'])
    expect(work.saving.value).toBe('saved')
  })

  it('stays and can be saved again when saving failed', async () => {
    let fails = true
    const { work, saves } = await open(
      fakeHost({ save_draft: ({ id, draft }) => (fails ? Promise.reject(refusal('disk-full')) : sheetOf(id, draft)) }),
    )
    work.edit((draft) => changeHead(draft, 'issuer', '甲'))
    expect(await work.flush()).toBe(false)
    expect(work.saving.value).toBe('failed')
    fails = false
    expect(await work.flush()).toBe(true)
    expect(saves()).toHaveLength(2)
    expect(work.draft.value?.issuer).toBe('甲')
  })
})

describe('undo', () => {
  it('takes back one act, typing in one field counting as one', async () => {
    const { work } = await open()
    work.edit((draft) => removeItems(draft, [0]))
    for (const title of ['副', '副局', '副局长']) work.edit((draft) => changeItem(draft, 0, { title }), 'item/0/title')
    work.undo()
    expect(work.draft.value?.items[0]?.item.post.title).toBe('局长')
    work.undo()
    expect(work.draft.value?.items).toHaveLength(14)
    expect(work.undo()).toBe(false)
    work.redo()
    expect(work.draft.value?.items).toHaveLength(13)
  })
})

describe('what the program said of an item', () => {
  it('stays with the item when others come and go before the next answer', async () => {
    const { work } = await open()
    const of = (name: string) => work.findings.value.filter((found) => found.sheet.data.name === name).map((found) => found.sheet.item)
    const key = work.keys.value[11] ?? -1
    expect(of('赵德海')).toEqual([11])
    work.edit((draft) => removeItems(draft, [0, 1]))
    expect(of('赵德海')).toEqual([9])
    work.edit((draft) => addItem(draft, blankItem(draft, { start: 0, end: 3 })).draft)
    expect(of('赵德海')).toEqual([10])
    expect(work.sheets.value.get(key)?.effect).toEqual({ does: 'closes_unknown' })
    expect(work.placeOf(key)).toBe(10)
    work.edit((draft) => removeItems(draft, [10]))
    expect(of('赵德海')).toEqual([])
  })
})
