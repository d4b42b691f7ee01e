// 何时所记 in a real browser: what the register said of a person's tenures, act by act, and the page as it stood then.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asked, missing, run, type Running } from './program'

describe.skipIf(missing !== null)('what was known when of a person', () => {
  let program: Running
  let page: Page
  let base: string

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
  })
  afterAll(() => program.stop())

  interface Item { kind: string; name: string; title: string; organisation: string | null; person_id: number }
  interface Order { line: { id: number; number: string; state: string }; items: Item[] }
  let order: Order
  let item: Item

  const told = () => page.locator('.told')
  const tenure = () => told().locator('.tenure').filter({ hasText: `${item.organisation ?? ''}${item.title}` })
  const present = () => page.locator('.present').innerText()

  async function openTold() {
    await page.goto(`${base}#/people/${item.person_id}`)
    await page.getByRole('heading', { name: item.name, exact: true }).waitFor()
    await page.keyboard.press('W')
    await told().waitFor()
  }

  it('W opens it: what was only ever begun and ended by papers has no story, and all of it is shown when asked for', async () => {
    const { latest } = await asked<{ latest: { id: number; state: string }[] }>(page, 'today', {})
    const orders = await Promise.all(latest.map((row) => asked<Order>(page, 'order', { id: row.id, known_at: null })))
    const found = orders.find((one) => one.line.state === 'recorded' && one.items[0]?.kind === 'appoint')
    if (!found) throw new Error('the sample ends without an appointment')
    order = found
    item = found.items[0] as Item
    await openTold()
    await told().getByText('没有改动过').waitFor()
    expect(await told().locator('.tenure').count()).toBe(0)
    await told().getByRole('button', { name: /^全部\d+段$/ }).click()
    await tenure().waitFor()
    expect(await tenure().locator('li').allInnerTexts()).toHaveLength(1)
    expect(await tenure().locator('.by').innerText(), 'the act that said it').toContain(order.line.number)
    await told().getByRole('button', { name: '只看有改动的' }).click()
    await tenure().waitFor({ state: 'detached' })
  })

  it('an order that is revoked leaves its tenure in the story: what was said, until when, by whom and why', async () => {
    await page.goto(`${base}#/orders/${order.line.id}`)
    await page.getByRole('heading', { name: order.line.number }).waitFor()
    await page.keyboard.press('X')
    await page.getByLabel('理由（必填）').fill('会议没有通过')
    await page.keyboard.press('Control+Enter')
    await page.locator('.story').filter({ hasText: '理由：会议没有通过' }).waitFor()
    await openTold()
    await tenure().waitFor()
    await tenure().locator('.mark').filter({ hasText: '不再记载' }).waitFor()
    const moments = await tenure().locator('li').allInnerTexts()
    expect(moments).toHaveLength(2)
    expect(moments[0], 'what it said, and that it runs on').toMatch(/\d{4}\.\d{2}\.\d{2}—/)
    expect(moments[1]).toContain('此后不再记载')
    expect(moments[1]).toContain('会议没有通过')
    expect(await present()).not.toContain(item.title)
  })

  it('a moment leads to the page as it stood then, where nothing can be entered, and back', async () => {
    await tenure().locator('li').first().getByRole('button').click()
    const band = page.locator('.band')
    await band.waitFor()
    await expect.poll(present, { message: 'the post was held, as the register then had it' }).toContain(item.title)
    expect(await page.getByRole('button', { name: '人员合并' }).count(), 'the past is looked at, not written').toBe(0)
    await band.getByRole('button').first().click()
    await band.waitFor({ state: 'detached' })
    await expect.poll(present).not.toContain(item.title)
  })

  it('an act of the story leads to its paper', async () => {
    await tenure().locator('.by a').first().click()
    await page.getByRole('heading', { name: order.line.number }).waitFor()
    await page.locator('.story').filter({ hasText: '会议没有通过' }).waitFor()
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
