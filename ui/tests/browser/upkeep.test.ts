// The register kept in order, in a real browser over the sample register: the two kinds of time, 职务沿革, 排序, and a
// search that nothing interrupts.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asked, missing, run, type Running } from './program'

describe.skipIf(missing !== null)('keeping a register in order', () => {
  let program: Running
  let page: Page
  let base: string

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
  })
  afterAll(() => program.stop())
  beforeEach(async () => {
    await page.goto(`${base}#/today`)
    await page.getByRole('heading', { name: '今日' }).waitFor()
  })

  const go = async (where: string) => {
    await page.goto(`${base}#${where}`)
    await page.waitForLoadState('networkidle')
  }
  const ask = <T>(name: string, request: object): Promise<T> => asked<T>(page, name, request)

  it('while another day is looked at, a line over every page says so, entry is held back, and Alt+0 leads back', async () => {
    const on = page.locator('.times input').first()
    await on.fill('2019年5月1日')
    await on.press('Enter')
    const band = page.locator('.top .band')
    await band.getByText('截至2019年5月1日').waitFor()
    for (const [place, held] of [['/people', null], ['/posts/1', '修改职务'], ['/posts/unit/1', '修改单位'], ['/orders', null], ['/orders/5', '更正'], ['/roster', null], ['/check', null]] as const) {
      await go(place)
      await page.locator('main h1').first().waitFor()
      expect(await band.isVisible(), `the line over ${place}`).toBe(true)
      if (held) expect(await page.getByRole('button', { name: held }).count(), `${held} on ${place}`).toBe(0)
    }
    await page.keyboard.press('Alt+2')
    await page.getByText('登记已停用').first().waitFor()
    expect(await page.getByRole('button', { name: '打开文件' }).count()).toBe(0)
    await page.keyboard.press('Alt+0')
    await page.getByRole('button', { name: '打开文件' }).waitFor()
    expect(await band.count()).toBe(0)
  })

  it('文件 lists only what was issued by that day, and nothing by an earlier register', async () => {
    const { rows: all } = await ask<{ rows: { issued_on: string }[] }>('orders', { year: null, query: '' })
    const by = all.filter((row) => row.issued_on <= '2012-12-31').length
    await go('/orders')
    const times = page.locator('.times input')
    await times.first().fill('20121231')
    await times.first().press('Enter')
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(by + 1))
    await times.nth(1).fill('20200101')
    await times.nth(1).press('Enter')
    await page.getByText('台账里还没有文件').waitFor()
    await page.keyboard.press('Alt+0')
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(all.length + 1))
  })

  it('a page that opens does not take the keyboard from a search begun in the same moment', async () => {
    // The page's answer is held back until the search has been begun.
    let release = () => {}
    const held = new Promise<void>((done) => (release = done))
    await page.route('**/api/person', async (route) => {
      await held
      await route.continue()
    })
    await page.evaluate(() => (location.hash = '#/people/3'))
    await page.keyboard.press('Control+K')
    await page.keyboard.type('z')
    release()
    await page.locator('main h1').first().waitFor()
    await page.keyboard.type('h')
    expect(await page.locator('.search input').inputValue(), 'both letters are in the search').toBe('zh')
    await page.unroute('**/api/person')
    await page.keyboard.press('Escape')
  })

  it('职务沿革: L, the day, the new title; what it does to tenures is told first, and the page shows both names', async () => {
    await go('/posts/3')
    await page.locator('.life').waitFor()
    const heading = await page.locator('h1').innerText()
    await page.keyboard.press('L')
    await page.keyboard.type('20240301')
    await page.keyboard.press('Tab')
    await page.getByLabel('新职务名称').fill('党组书记、主任')
    await page.getByText('在任人员：0条任职随之结束').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.life li').filter({ hasText: '改称党组书记、主任' }).waitFor()
    await expect.poll(() => page.locator('h1').innerText()).not.toBe(heading)
    await page.locator('.fact').filter({ hasText: '原称主任' }).waitFor()
  })

  it('排序: Alt+↓ moves a unit, Ctrl+Enter saves the order as one act', async () => {
    await go('/posts')
    await page.locator('.row').nth(5).waitFor()
    const names = () => page.locator('.row').allInnerTexts().then((rows) => rows.slice(0, 6).map((row) => row.split('\n')[0]))
    const before = await names()
    const { count } = await ask<{ count: number }>('journal', { limit: 1 })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText('排序已改，还没有保存').waitFor()
    const after = await names()
    expect(after).toEqual([...before.slice(0, 3), before[4], before[5], before[3]])
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '排序已保存' }).waitFor()
    await go('/people')
    await go('/posts')
    await page.locator('.row').nth(5).waitFor()
    expect(await names(), 'as the register has it').toEqual(after)
    expect((await ask<{ count: number }>('journal', { limit: 1 })).count).toBe(count + 1)
  })

  it('排序: a post is dragged above another, and Esc leaves the order as it was', async () => {
    await go('/posts/unit/5')
    const posts = page.locator('.posts tbody')
    await posts.nth(1).waitFor()
    const titles = () => page.locator('.posts a.title').allInnerTexts()
    const before = await titles()
    await posts.nth(1).dragTo(posts.nth(0))
    await page.getByText('排序已改，还没有保存').waitFor()
    expect(await titles()).toEqual([before[1], before[0], ...before.slice(2)])
    await page.keyboard.press('Escape')
    await expect.poll(titles).toEqual(before)
  })

  it('对账: a roster that names no day is compared as of today, says so, and takes another day', async () => {
    const file = join(program.folder, '名册.csv')
    writeFileSync(file, '﻿姓名,单位,职务\n何华,县人民政府办公室,主任\n')
    await go('/roster/reconcile')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('名册上没有写截止日期，现按今天').waitFor()
    await page.locator('.day input').fill('20120601')
    await page.locator('.day input').press('Enter')
    await page.getByText('截至2012年6月1日').waitFor()
    expect(await page.getByText('名册上没有写截止日期').count()).toBe(0)
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
