// The look-up screens as one reads and works them, over a host that answers from fixtures.

import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import App from '@/App.vue'
import { setHost } from '@/bridge'
import { notice } from '@/kit'
import { routes } from '@/screens/routes'
import { at, refreshStatus } from '@/screens/shell/state'
import { fakeHost, refusal, statusOf, type Answers } from '@/tests/fixtures/host'
import { orderLine, orderPage, organisationLine, organisationPage, personLine, personPage, postPage, roster } from '@/tests/fixtures/lookup'

let app: VueWrapper
let router: Router
let host: ReturnType<typeof fakeHost>

const own: Answers = {
  people: ({ query }) => (['陈', '陈国', 'cgd', ''].includes(query) ? { rows: [personLine(), personLine({ id: 2, name: '陈桂英', posts: [] })], count: 2 } : { rows: [], count: 0 }),
  person: ({ id }) => personPage({ id }),
  organisations: ({ query }) => ({
    rows: query === '石桥' ? [] : [organisationLine({ id: 1, name: '青云县人民政府', parent: null, depth: 0 }), organisationLine()],
    kinds: ['政府部门'],
  }),
  organisation: ({ id }) => organisationPage({ id }),
  post: ({ id }) => postPage({ id }),
  journal: () => ({ acts: [], count: 0, last: null, again: null }),
  orders: ({ query, year }) => ({ years: [2023, 2022], rows: query === '无' || year === 2022 ? [] : [orderLine()] }),
  order: ({ id }) => orderPage({ line: orderLine({ id }) }),
  roster: ({ columns }) => roster(columns.length > 0 ? { columns } : {}),
  export_roster: ({ format }) => ({ name: `青云县干部花名册.${format}`, media: 'text/plain', content: '' }),
  original: () => ({ name: '青政人〔2023〕1号.docx', media: 'text/plain', content: '' }),
}

async function open(path: string, answers: Answers = {}): Promise<void> {
  host = fakeHost({ ...own, ...answers })
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

async function type(text: string): Promise<void> {
  const input = document.activeElement as HTMLInputElement
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
}

const asked = (name: string) => host.asked.filter((one) => one.name === name).map((one) => one.request)
const here = () => router.currentRoute.value.fullPath
const work = () => app.find('.work').text()

// Screens are fetched when they are first gone to, which takes longer than a key does.
beforeAll(async () => {
  await Promise.all(routes.map(({ component }) => (typeof component === 'function' ? (component as () => Promise<unknown>)() : null)))
})
beforeEach(() => {
  vi.useFakeTimers()
  notice.value = null
  localStorage.clear()
})
afterEach(() => {
  app.unmount()
  setHost(null)
  at.on = null
  at.known_at = null
  vi.useRealTimers()
})

describe('人员', () => {
  it('leads from two letters and Enter to the person', async () => {
    await open('/people')
    await type('cgd')
    expect(asked('people').at(-1)).toMatchObject({ query: 'cgd' })
    await press('Enter')
    expect(here()).toBe('/people/1')
    expect(app.find('h1').text()).toBe('陈国栋')
  })

  it('offers near ones where nothing was found', async () => {
    await open('/people')
    await type('陈国林')
    expect(work()).toContain('没有找到“陈国林”')
    expect(app.findAll('.near a').map((link) => link.text())).toEqual(['陈国栋', '陈桂英'])
  })

  it('says what to do first where nobody is there', async () => {
    await open('/people', { people: () => ({ rows: [], count: 0 }) })
    expect(work()).toContain('台账里还没有人')
    expect(app.find('.empty a').attributes('href')).toContain('/enter')
  })

  it('asks for the first of thousands, says how many there are, and for more where the end comes into sight', async () => {
    const all = Array.from({ length: 5000 }, (_, place) => personLine({ id: place + 1, name: `陈第${place + 1}` }))
    await open('/people', { people: ({ limit }) => ({ rows: limit === 0 ? all : all.slice(0, limit), count: all.length }) })
    expect(asked('people')).toEqual([expect.objectContaining({ limit: 400 })])
    expect(app.find('.head').text()).toContain('已列出前400人')
    expect(app.find('[role="grid"]').attributes('aria-rowcount')).toBe('5001')
    expect(app.findAll('.row').length, 'only those in sight are drawn').toBeLessThan(80)
    await app.find('[role="grid"]').trigger('scroll')
    await settle()
    expect(asked('people').at(-1)).toMatchObject({ limit: 400 })
    Object.defineProperty(app.find('[role="grid"]').element, 'scrollTop', { value: 500 * 32, writable: true })
    await app.find('[role="grid"]').trigger('scroll')
    await settle()
    expect(asked('people').at(-1)).toMatchObject({ limit: 1200 })
    await type('陈第9')
    expect(asked('people').at(-1), 'another question begins at the first again').toMatchObject({ query: '陈第9', limit: 400 })
  })

  it('keeps what was shown and says why where the program refuses', async () => {
    await open('/people')
    at.on = '2019-05-01'
    host.call = () => Promise.reject(refusal('register-gone'))
    await settle()
    expect(app.find('[role="alert"]').exists()).toBe(true)
    expect(app.findAll('[role="row"]').length).toBeGreaterThan(2)
  })
})

describe('a person', () => {
  it('is told apart, with namesakes, and says what is held since when by which paper', async () => {
    await open('/people/1')
    expect(app.find('.who').text()).toContain('1978.04生')
    expect(app.find('.namesakes a').attributes('href')).toContain('/people/44')
    const present = app.find('.present').text()
    expect(present).toContain('青云县财政局局长')
    expect(present).toContain('2023.02.27起')
    expect(present).toContain('青政人〔2023〕1号')
  })

  it('draws the career in the colours and the order of its table', async () => {
    await open('/people/1')
    const bars = app.findAll('.timeline .bar')
    expect(bars).toHaveLength(8)
    const hue = (text: string) => /hue-\d/.exec(text)?.[0]
    for (const bar of bars) {
      const place = Number(bar.attributes('data-key'))
      const swatch = app.findAll('.tenures .swatch')[place]
      expect(hue(bar.classes().join(' ')), `line ${place + 1}`).toBe(hue(swatch?.classes().join(' ') ?? ''))
    }
  })

  it('shows in the table what the drawing points at, and the other way round', async () => {
    await open('/people/1')
    await app.find('.bar[data-key="4"]').trigger('mouseenter')
    expect(app.find('.tenures .marked').text()).toContain('青云县审计局')
    await app.findAll('.tenures .row')[1]?.trigger('mouseenter')
    expect(app.find('.bar.marked').attributes('data-key')).toBe('1')
  })

  it('leads from a line to its paper with the clause lit: one key', async () => {
    await open('/people/1')
    for (let step = 0; step < 4; step += 1) await press('ArrowDown')
    await press('Enter')
    expect(here()).toBe('/orders/11?item=1')
  })

  it('leads to the paper that ended a line as well: M', async () => {
    await open('/people/1')
    for (let step = 0; step < 4; step += 1) await press('ArrowDown')
    await press('m')
    expect(here()).toBe('/orders/11?item=1')
    expect(app.find('.item.chosen').text()).toContain('免')
  })

  it('is copied as text with one key', async () => {
    await open('/people/1')
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } })
    await press('c')
    expect(copied[0]).toContain('2019.05--2023.02  青云县审计局局长')
    expect(notice.value?.sentence).toContain('已复制7行简历')
  })

  it('is described in place, and the earlier state is said to be kept', async () => {
    await open('/people/1', { describe_person: () => personPage({ ethnicity: '回族' }) })
    await press('e')
    expect(work()).toContain('原来的内容保留')
    await app.find('.ethnicity input').setValue('回族')
    await press('Enter', { ctrlKey: true })
    expect(asked('describe_person')[0]).toMatchObject({ id: 1, name: '陈国栋', ethnicity: '回族', birth: '1978-04', gender: 'male', other_names: [] })
    expect(notice.value?.sentence).toContain('已修改陈国栋的信息')
    expect(app.find('form.facts').exists()).toBe(false)
  })

  it('cannot be changed where the register is only looked at', async () => {
    await open('/people/1', { status: () => statusOf({ writable: false }) })
    await press('e')
    expect(app.find('form.facts').exists()).toBe(false)
    expect(app.text()).not.toContain('修改信息')
  })

  it('is not shown under the error of another one', async () => {
    await open('/people/1', { person: ({ id }) => (id === 1 ? personPage() : Promise.reject(refusal('person-unknown'))) })
    await router.push('/people/99')
    await settle()
    expect(app.find('[role="alert"]').exists()).toBe(true)
    expect(work()).not.toContain('陈国栋')
  })

  it('asks under the two times of the bar', async () => {
    await open('/people/1')
    at.on = '2019-05-01'
    await settle()
    expect(asked('person').at(-1)).toEqual({ id: 1, at: { on: '2019-05-01', known_at: null } })
  })
})

describe('职务', () => {
  it('shows units below their parents, folds them away and leads to one', async () => {
    await open('/posts')
    await press('ArrowDown')
    await press('End')
    await press('Home')
    expect(app.findAll('.row')).toHaveLength(2)
    await press('ArrowLeft')
    expect(app.findAll('.row')).toHaveLength(1)
    await press('ArrowRight')
    expect(app.findAll('.row')).toHaveLength(2)
    await press('ArrowDown')
    await press('Enter')
    expect(here()).toBe('/posts/unit/5')
  })

  it('shows a unit’s posts with seats in words, holders and their papers', async () => {
    await open('/posts/unit/5')
    const text = app.find('.posts').text()
    expect(text).toContain('核定3　实配1　－ 空缺2')
    expect(text).toContain('钱学文')
    expect(app.findAll('.timeline .bar')).toHaveLength(5)
    expect(app.find('.children').text()).toContain('青云县国库集中支付中心')
  })

  it('changes a unit’s place in the standing order', async () => {
    await open('/posts/unit/5', { describe_organisation: () => organisationPage() })
    await press('e')
    await app.find('.number input').setValue('110')
    await press('Enter', { ctrlKey: true })
    expect(asked('describe_organisation')[0]).toEqual({
      id: 5, name: '青云县财政局', other_names: ['县财政局'], parent: 1, kind: '政府部门', standing: 110,
    })
  })

  it('shows a post’s holders and the days on which nobody held it', async () => {
    await open('/posts/32')
    expect(app.find('.stretches').text()).toContain('2017.01.10—2017.06.01，142天')
    expect(app.findAll('.vacant rect')).toHaveLength(1)
    expect(app.findAll('.tenures .row').map((row) => row.find('.who').text())).toEqual(['王秀兰', '赵德海', '孙立新', '陈国栋'])
    expect(app.find('.facts').text()).toContain('核定1　实配1　＝ 满')
  })

  it('refuses a number of seats that is none, and keeps what was typed', async () => {
    await open('/posts/32')
    await press('e')
    await app.find('.number input').setValue('三')
    await press('Enter', { ctrlKey: true })
    expect(asked('describe_post')).toHaveLength(0)
    expect(app.find('.edit').text()).toContain('请填写整数')
  })
})

describe('文件', () => {
  it('is narrowed to a year, and says where else to look', async () => {
    await open('/orders')
    await app.findAll('.years button')[2]?.trigger('click')
    await settle()
    expect(asked('orders').at(-1)).toMatchObject({ year: 2022 })
    expect(work()).toContain('2022年没有文件')
    await app.find('.empty button').trigger('click')
    await settle()
    expect(app.findAll('.row')).toHaveLength(1)
  })

  it('lights the clause that the clerk came for, and its item', async () => {
    await open('/orders/11?item=1')
    expect(app.find('.text .chosen').text()).toBe('免去其县审计局局长职务')
    expect(app.find('.item.chosen').text()).toContain('结束2019.05.06以来的任职')
    await press('ArrowUp')
    expect(app.find('.text .chosen').text()).toBe('陈国栋同志任县财政局局长')
    expect(here()).toBe('/orders/11?item=0')
  })

  it('lights both ways under the mouse', async () => {
    await open('/orders/11')
    await app.findAll('.item')[1]?.trigger('mouseenter')
    expect(app.find('.text .hovered').text()).toBe('免去其县审计局局长职务')
    await app.find('.text .clause').trigger('mouseenter')
    expect(app.find('.item.hovered').text()).toContain('县财政局局长')
  })

  it('says who recorded it, what was let stand, and hands back the original', async () => {
    await open('/orders/11')
    expect(work()).toContain('李晓于')
    expect(app.findAll('.findings li')).toHaveLength(1)
    await press('V')
    await settle()
    expect(asked('original')).toEqual([{ id: 11, known_at: null }])
    expect(notice.value?.sentence).toContain('已下载“青政人〔2023〕1号.docx”')
  })
})

describe('花名册', () => {
  it('is of the bar’s day unless the clerk says another', async () => {
    at.on = '2021-12-31'
    await open('/roster')
    expect(asked('roster').at(-1)).toMatchObject({ at: { on: '2021-12-31' } })
    await press('/')
    await type('20230331')
    await press('Enter')
    expect(asked('roster').at(-1)).toMatchObject({ at: { on: '2023-03-31' } })
    expect(at.on, 'the day of the other pages stays').toBe('2021-12-31')
  })

  it('exports what it shows: day, Enter, E, Enter', async () => {
    await open('/roster')
    await press('/')
    await type('20230331')
    await press('Enter')
    await press('e')
    await app.find('form.export').trigger('submit')
    await settle()
    const shown = asked('roster').at(-1)
    expect(asked('export_roster')).toEqual([{ query: shown, format: 'xlsx' }])
    expect(notice.value?.sentence).toContain('已下载“青云县干部花名册.xlsx”')
  })

  it('is saved in the window at the path that is shown, and says where: E, Enter', async () => {
    await open('/roster')
    app.unmount()
    const saved: (string | undefined)[] = []
    const inWindow = { ...host, kind: 'window' as const, saveFile: (_: unknown, path?: string) => {
      saved.push(path)
      return Promise.resolve(path ?? null)
    } }
    setHost(inWindow)
    app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
    await settle()
    await press('e')
    const path = app.find('form.export input[type="text"]')
    expect((path.element as HTMLInputElement).value).toBe('/home/clerk/青云县干部花名册 2023.03.31.xlsx')
    await app.find('form.export').trigger('submit')
    await settle()
    expect(saved).toEqual(['/home/clerk/青云县干部花名册 2023.03.31.xlsx'])
    expect(notice.value?.sentence).toBe('已保存到 /home/clerk/青云县干部花名册 2023.03.31.xlsx')
  })

  it('keeps the folder that was typed, and stays open where the dialog was left', async () => {
    localStorage.setItem('renmian-folder', '/media/usb/')
    await open('/roster')
    setHost({ ...host, kind: 'window', saveFile: () => Promise.resolve(null) })
    await press('e')
    expect((app.find('form.export input[type="text"]').element as HTMLInputElement).value).toMatch(/^\/media\/usb\//)
    await app.findAll('form.export button').at(-1)?.trigger('click')
    await settle()
    expect(app.find('form.export').exists()).toBe(true)
    expect(notice.value).toBe(null)
  })

  it('keeps the columns that the clerk chose, in their order', async () => {
    await open('/roster')
    await press('f')
    const gender = () => app.findAll('.columns li').find((row) => row.text().includes('性别'))
    await gender()?.find('input').setValue(false)
    await settle()
    expect(asked('roster').at(-1)).toMatchObject({ columns: ['serial', 'organisation', 'title', 'name', 'since', 'order', 'note'] })
    expect(app.findAll('.heading [role="columnheader"]').map((cell) => cell.text())).not.toContain('性别')
    app.unmount()
    await open('/roster')
    expect(asked('roster').at(-1)).toMatchObject({ columns: ['serial', 'organisation', 'title', 'name', 'since', 'order', 'note'] })
  })

  it('runs a unit’s cell over its people', async () => {
    await open('/roster')
    expect(app.findAll('.units .span').map((cell) => cell.text())).toEqual(['青云县财政局', '青云县审计局'])
    expect(app.find('.row .uncertain').text()).toBe('任现职时间不详')
  })
})
