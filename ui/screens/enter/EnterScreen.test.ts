import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, type Router } from 'vue-router'

import App from '@/App.vue'
import { setHost, type Draft } from '@/bridge'
import { notice } from '@/kit'
import { routes } from '@/screens/routes'
import { refreshStatus } from '@/screens/shell/state'
import { fakeHost, statusOf, type Answers } from '@/tests/fixtures/host'
import { paper } from '@/tests/fixtures/paper'
import { createRouter } from 'vue-router'

let app: VueWrapper
let router: Router
let host: ReturnType<typeof fakeHost>

async function open(path: string, answers: Answers = {}, desk?: Map<number, Draft>): Promise<void> {
  host = fakeHost(answers, desk)
  setHost(host)
  await refreshStatus()
  router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
  await settle()
}

async function settle(): Promise<void> {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(400)
  await flushPromises()
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await settle()
}

async function paste(text: string): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { files: [], getData: () => text } })
  document.body.dispatchEvent(event)
  await settle()
}

const asked = (name: string) => host.asked.filter((one) => one.name === name)
const saved = () => (asked('save_draft').at(-1)?.request as { draft: Draft } | undefined)?.draft
const onlyKnown = (): Draft => {
  const draft = paper()
  return { ...draft, items: draft.items.filter(({ item }) => ['陈国栋', '林晓燕'].includes(item.person.name)), accepted: [
    { code: 'not-understood', item: null, source: { start: draft.text.indexOf('上述同志'), end: draft.text.indexOf('上述同志') + 24 } },
  ] }
}

beforeEach(() => {
  vi.useFakeTimers()
  notice.value = null
})
afterEach(() => {
  app.unmount()
  setHost(null)
  vi.useRealTimers()
})

describe('登记', () => {
  it('a paper of known people is registered from the clipboard with 2 keys: Ctrl+V, Ctrl+Enter', async () => {
    await open('/enter', { read_text: () => ({ drafts: [{ id: 7 } as never], characters: 300, notes: [] }) }, new Map([[7, onlyKnown()]]))
    await paste('青云县人民政府……')
    expect(router.currentRoute.value.path).toBe('/enter/7')
    expect(app.findAll('.item')).toHaveLength(4)
    await press('Enter', { ctrlKey: true })
    expect(notice.value?.sentence).toBe('已登记 青政人〔2023〕1号：任2人2职，免2职')
    expect(router.currentRoute.value.path).toBe('/enter')
  })

  it('a namesake costs 2 keys more: F8 and Enter', async () => {
    await open('/enter/7', {}, new Map([[7, { ...paper(), items: paper().items.filter(({ item }) => item.person.name === '王秀兰') }]]))
    await press('F8')
    expect(app.find('.finding.focused').text()).toContain('台账中有同名的王秀兰')
    await press('Enter')
    expect(saved()?.items.map((row) => row.person)).toEqual([{ take: 'known', id: 31 }, { take: 'known', id: 31 }])
    expect(app.findAll('.finding.settle.open')).toHaveLength(0)
  })

  it('what must be settled first is shown and nothing is registered', async () => {
    await open('/enter/7')
    await press('Enter', { ctrlKey: true })
    expect(asked('record_draft')).toHaveLength(0)
    expect(notice.value?.sentence).toBe('有1处须先定下才能登记，已转到第一处。')
    expect(app.find('.finding.focused').text()).toContain('请选定是哪一位')
    await press('3')
    expect(saved()?.items.filter((row) => row.person.take === 'new')).toHaveLength(2)
  })

  it('what is not checked yet is asked about once, and a second Ctrl+Enter registers', async () => {
    const draft = { ...paper(), items: paper().items.filter(({ item }) => item.person.name === '赵德海') }
    await open('/enter/7', {}, new Map([[7, draft]]))
    await press('Enter', { ctrlKey: true })
    expect(app.find('.ask').text()).toContain('还有2处未核对')
    expect(asked('record_draft')).toHaveLength(0)
    await press('Enter', { ctrlKey: true })
    expect(notice.value?.sentence).toBe('已登记 青政人〔2023〕1号：免1职；1人始任时间待补')
  })

  it('another key between the two takes the question back', async () => {
    const draft = { ...paper(), items: paper().items.filter(({ item }) => item.person.name === '赵德海') }
    await open('/enter/7', {}, new Map([[7, draft]]))
    await press('Enter', { ctrlKey: true })
    await press('F8')
    expect(app.find('.ask').exists()).toBe(false)
    await press('Enter', { ctrlKey: true })
    expect(asked('record_draft')).toHaveLength(0)
  })

  it('an Enter of the input method accepts no remedy', async () => {
    await open('/enter/7')
    await press('F8')
    await press('Enter', { isComposing: true })
    expect(asked('save_draft')).toHaveLength(0)
  })

  it('Ctrl+Z takes the last edit back', async () => {
    await open('/enter/7')
    await press('ArrowDown')
    await press('Delete')
    expect(app.findAll('.item')).toHaveLength(13)
    await press('z', { ctrlKey: true })
    expect(app.findAll('.item')).toHaveLength(14)
    expect(saved()?.items).toHaveLength(14)
  })

  it('a field is changed in place and saved', async () => {
    await open('/enter/7')
    await press('ArrowDown')
    await press('Enter')
    const name = app.find<HTMLInputElement>('.editor input')
    expect(document.activeElement).toBe(name.element)
    await name.setValue('陈国梁')
    await press('Enter')
    expect(app.find('.editor').exists()).toBe(false)
    expect(saved()?.items[0]).toMatchObject({ item: { person: { name: '陈国梁' } }, edited: true })
  })

  it('since when a post was held is asked in place and goes into the item', async () => {
    await open('/enter/7')
    const finding = app.findAll('.finding').find((line) => line.text().includes('赵德海'))
    await finding?.findAll('.remedies button')[1]?.trigger('click')
    await settle()
    const field = app.find<HTMLInputElement>('.asking input')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('2016年3月')
    await press('Enter')
    expect(saved()?.items.find((row) => row.item.person.name === '赵德海')?.held_since).toBe('2016-03')
    expect(app.find('.item.focused').text()).toContain('结束 2016.03 以来的任职')
  })

  it('the focused item lights its clause, and a click on a clause goes to its items in turn', async () => {
    await open('/enter/7')
    await press('ArrowDown')
    expect(app.find('.text .focus').text()).toBe('陈国栋同志任县财政局局长，免去其县审计局局长职务')
    const yang = app.findAll('.text .clause').find((piece) => piece.text().startsWith('杨　盛'))
    const names: string[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      await yang?.trigger('click')
      await settle()
      names.push(app.find('.item.focused .line').text().replace(/\s+/g, ' '))
    }
    expect(names[0]).toContain('党组成员')
    expect(names[1]).toContain('副局长')
    expect(names[2]).toContain('秘书长')
    expect(names[3]).toContain('党组成员')
  })

  it('text without an order is told so, with what to do', async () => {
    await open('/enter')
    await paste('会议通知：明天下午开会。')
    expect(app.find('.none').text()).toContain('没有读到任免文件')
    expect(app.find('.none').text()).toContain('读了12字')
    expect(app.find('.none button').text()).toBe('连同领导小组再读')
  })

  it('a register that is read only takes nothing in and says why', async () => {
    await open('/enter', { status: () => statusOf({ writable: false }) })
    await paste('免去……')
    expect(asked('read_text')).toHaveLength(0)
    expect(notice.value?.sentence).toContain('台账为只读')
  })
})
