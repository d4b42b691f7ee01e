// The frame of the window in a real browser: search, the two times, the start, settings.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { missing, run, type Running } from './program'

describe.skipIf(missing !== null)('the frame of the window', () => {
  let program: Running
  beforeAll(async () => {
    program = await run(true)
    await program.page.getByRole('heading', { name: '今日' }).waitFor()
  })
  afterAll(() => program.stop())

  it('今日 shows what was registered last and what falls due', async () => {
    const { page } = program
    await page.locator('.order').first().waitFor()
    expect(await page.locator('.order').count()).toBeGreaterThan(3)
    expect(await page.locator('.due').count()).toBeGreaterThan(0)
  })

  it('Ctrl+K, two letters and Enter lead from anywhere to a page', async () => {
    const { page } = program
    await page.keyboard.press('Control+K')
    await page.keyboard.type('zh')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/(people|posts|orders)\//)
    // The page that was opened takes the focus when it is there: keys go nowhere else before.
    await page.locator('main h1').first().waitFor()
    await page.waitForLoadState('networkidle')
  })

  it('a search without a hit says what can be typed', async () => {
    const { page } = program
    await page.keyboard.press('Control+K')
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    await page.keyboard.type('没有这个人呀')
    await page.getByText('没有找到“没有这个人呀”').waitFor()
    await page.keyboard.press('Escape')
  })

  it('? shows the keys of the page', async () => {
    const { page } = program
    await page.keyboard.press('Alt+1')
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('complementary', { name: '按键' }).getByText('Ctrl+K').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: '按键' }).waitFor({ state: 'detached' })
  })

  it('a day typed as 截至 colours the bar until it is taken back', async () => {
    const { page } = program
    const on = page.locator('.times input').first()
    await on.fill('2019年5月1日')
    await on.press('Enter')
    expect(await on.inputValue()).toBe('2019.05.01')
    await page.getByRole('button', { name: '回到现在' }).click()
    expect(await on.inputValue()).toBe('')
  })

  it('the register is verified and copied while it is open', async () => {
    const { page, folder } = program
    await page.keyboard.press('Alt+8')
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText('完好').waitFor()
    const copy = join(folder, 'copy.renmian')
    await page.getByLabel('备份到').fill(copy)
    await page.getByRole('button', { name: '备份', exact: true }).click()
    await page.locator('.notice').filter({ hasText: '已备份到' }).waitFor()
    expect(existsSync(copy)).toBe(true)
  })

  it('a register is closed, and a missing one says what to do', async () => {
    const { page, folder } = program
    await page.getByRole('button', { name: '关闭台账' }).click()
    await page.getByRole('heading', { name: '任免台账' }).waitFor()
    await page.getByLabel('台账文件').fill(join(folder, 'no-such.renmian'))
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await page.getByText('找不到台账文件').waitFor()
    await page.getByLabel('台账文件').fill(join(folder, 'sample.renmian'))
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await page.getByRole('heading', { name: '今日' }).waitFor()
  })

  it('nothing was refused by the content policy and nothing was thrown', () => {
    expect(program.complaints).toEqual([])
  })
})

describe.skipIf(missing !== null)('the sample register', () => {
  let program: Running
  beforeAll(async () => {
    program = await run(false)
  })
  afterAll(() => program.stop())

  it('tells how far it has come and can be stopped, and then be made after all', async () => {
    const { page } = program
    const make = page.getByRole('button', { name: '建立示例台账' })
    await make.click()
    await page.getByText(/\d+／\d+份/).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止，没有建成。').waitFor()
    await make.click()
    await page.getByRole('heading', { name: '今日' }).waitFor({ timeout: 50_000 })
    expect(await page.locator('header .name').innerText()).toContain('青云县')
  })

  it('nothing was refused by the content policy and nothing was thrown', () => {
    expect(program.complaints).toEqual([])
  })
})
