// 更正, 撤销文件, 恢复 and taking back in a real browser, over the sample register. The keys that a task costs stand in
// the names of its tests.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asked, missing, run, type Running } from './program'

describe.skipIf(missing !== null)('what was recorded wrongly', () => {
  let program: Running
  let page: Page
  let base: string
  /** What the program answered to previews, by their status. */
  const previews: number[] = []

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
    page.on('response', (response) => {
      if (response.url().endsWith('/api/preview')) previews.push(response.status())
    })
  })
  afterAll(() => program.stop())

  const go = async (where: string) => {
    await page.goto(`${base}#${where}`)
    await page.waitForLoadState('networkidle')
  }
  const ask = <T>(name: string, request: object): Promise<T> => asked<T>(page, name, request)

  interface Order { line: { id: number; number: string; state: string }; items: { name: string; kind: string }[] }
  /** The order recorded last whose first item appoints somebody. */
  const latest = async (): Promise<Order> => {
    const { latest: rows } = await ask<{ latest: { id: number; state: string }[] }>('today', {})
    for (const row of rows) {
      const order = await ask<Order>('order', { id: row.id, known_at: null })
      if (row.state === 'recorded' && order.items[0]?.kind === 'appoint') return order
    }
    throw new Error('the sample ends without an appointment')
  }

  it('“correct a wrong name in last week’s entry”: its number, E, F2, the name, the reason; 7 keys beside the words, under 30 s', async () => {
    const order = await latest()
    await go('/today')
    await page.locator('.order').first().waitFor()
    const begun = performance.now()
    await page.keyboard.press('Control+K')
    await page.keyboard.type(order.line.number)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: order.line.number }).waitFor()
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('E')
    await page.locator('.correction').waitFor()
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.locator('.editor').waitFor()
    await page.keyboard.type('欧阳改正')
    await page.keyboard.press('Control+Enter')
    // The reason is asked for before anything is recorded, and what would change is in sight.
    await page.getByText('请写明理由').waitFor()
    await page.locator('.correction .sum').filter({ hasText: '增加1条、去掉1条' }).waitFor()
    await page.keyboard.type('姓名录错')
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已更正' }).or(page.locator('.ask')).first().waitFor()
    if (await page.locator('.ask').isVisible()) await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: `已更正 ${order.line.number}` }).waitFor()
    expect(performance.now() - begun, 'milliseconds from the first key to the corrected entry').toBeLessThan(30_000)
    await page.locator('.story').filter({ hasText: '理由：姓名录错' }).waitFor()
    expect(await page.locator('.item').first().innerText()).toContain('欧阳改正')
  })

  it('both entries lead to one another, and the old one shows what it said', async () => {
    const name = await page.locator('.item .name').first().innerText()
    await page.locator('.story a').first().click()
    await page.locator('.story').filter({ hasText: '已更正' }).waitFor()
    expect(await page.locator('.item .name').first().innerText()).not.toBe(name)
    expect(await page.getByRole('button', { name: '更正' }).count(), 'an entry that no longer counts is not corrected').toBe(0)
    await page.locator('.story a').first().click()
    await page.getByRole('button', { name: '更正' }).waitFor()
    expect(await page.locator('.item .name').first().innerText()).toBe(name)
  })

  it('a correction is read anew from its text, and drops without a trace', async () => {
    await page.keyboard.press('E')
    await page.locator('.correction').waitFor()
    await page.getByRole('button', { name: '重新读取原文' }).click()
    await expect.poll(() => page.locator('.item .line').first().innerText(), { message: 'the paper’s own name is there again' }).not.toContain('欧阳改正')
    await page.keyboard.press('Control+Delete')
    await page.getByText('再按一次移出').waitFor()
    await page.keyboard.press('Control+Delete')
    await page.getByText('已移出').waitFor()
  })

  it('a preview that is still on its way when the correction is recorded is given up', async () => {
    const order = await latest()
    await go(`/orders/${order.line.id}`)
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('E')
    await page.locator('.correction').waitFor()
    await page.locator('.correction .sum').waitFor()
    let release: () => void = () => undefined
    const recorded = new Promise<void>((resolve) => (release = resolve))
    const late = page.waitForRequest('**/api/preview')
    await page.route('**/api/preview', async (route) => {
      await recorded
      await route.continue().catch(() => undefined)
    })
    await page.locator('.correction input').fill('再次核对')
    const failed = page.waitForEvent('requestfailed')
    await late
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已更正' }).or(page.locator('.ask')).first().waitFor()
    if (await page.locator('.ask').isVisible()) await page.keyboard.press('Control+Enter')
    expect((await failed).url()).toContain('/api/preview')
    await page.locator('.story').filter({ hasText: '理由：再次核对' }).waitFor()
    release()
    await page.unroute('**/api/preview')
    expect(previews.filter((status) => status !== 200), 'nothing was asked of a draft that is gone').toEqual([])
  })

  it('an order is revoked by a paper in words: X, what would change is shown, and reinstated: X', async () => {
    const order = await latest()
    await go(`/orders/${order.line.id}`)
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('X')
    await page.locator('.changes .sum').filter({ hasText: '现任职务' }).waitFor()
    expect(await page.locator('.changes li').count()).toBeGreaterThan(0)
    await page.keyboard.press('Control+Enter')
    await page.getByText('请写明理由').waitFor()
    await page.getByLabel('撤销它的文件').fill('青政〔2024〕99号')
    await page.getByLabel('理由（必填）').fill('县政府决定撤销')
    await page.keyboard.press('Control+Enter')
    await page.locator('.story').filter({ hasText: '依据青政〔2024〕99号' }).filter({ hasText: '理由：县政府决定撤销' }).waitFor()
    await page.keyboard.press('X')
    await page.getByLabel('理由（必填）').fill('撤销登错了文件')
    await page.keyboard.press('Control+Enter')
    await page.locator('.story').filter({ hasText: '恢复效力' }).waitFor()
    expect((await ask<Order>('order', { id: order.line.id, known_at: null })).line.state).toBe('recorded')
  })

  it('the paper that revoked it is found in the register as one types', async () => {
    const order = await latest()
    await page.keyboard.press('X')
    await page.getByLabel('撤销它的文件').click()
    await page.keyboard.type('青政人')
    const offered = page.locator('[role="listbox"] [role="option"]')
    await offered.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('台账中的文件：').waitFor()
    expect(order.line.id).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await page.locator('.act').waitFor({ state: 'detached' })
  })

  it('撤销上一步登记 from 今日: U, a reason, Ctrl+Enter; the journal tells of it and brings it back', async () => {
    await go('/today')
    const before = await page.locator('.last').innerText()
    await page.keyboard.press('U')
    await page.locator('.changes').waitFor()
    await page.getByLabel('理由（必填）').fill('录错')
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已撤销：' }).waitFor()
    await expect.poll(() => page.locator('.last').innerText()).not.toBe(before)
    await go('/settings/journal')
    await page.locator('.row').nth(1).waitFor()
    expect(await page.locator('.row').first().innerText()).toContain('录错')
    expect(await page.locator('.row').nth(1).innerText()).toContain('已撤销')
    await page.getByRole('button', { name: '恢复撤销的一步' }).click()
    await page.getByLabel('理由（必填）').fill('没有录错')
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已恢复' }).waitFor()
  })

  it('the journal is narrowed by what was said, turned round, and leads to what an act touched', async () => {
    await go('/settings/journal')
    await page.locator('.row').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('姓名录错')
    await expect.poll(() => page.locator('.row').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/orders\/\d+/)
    await page.locator('.item').first().waitFor()
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
