// 人员合并 and 人员拆分 in a real browser: what goes over is seen before, and a merging is taken back.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { missing, run, type Running } from './program'

describe.skipIf(missing !== null)('records of people', () => {
  let program: Running
  let page: Page
  let base: string

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
  })
  afterAll(() => program.stop())

  interface Line { id: number; name: string; posts: string[] }
  const people = (): Promise<Line[]> =>
    page.evaluate(async () => {
      const place = `/${location.pathname.split('/')[1] ?? ''}/api/people`
      const response = await fetch(place, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
      return ((await response.json()) as { rows: Line[] }).rows
    })
  let one: Line
  let other: Line

  it('two records are merged: the other by its name, what goes over, a reason; a link to it still opens', async () => {
    const sitting = (await people()).filter((row) => row.posts.length === 1)
    one = sitting[0] as Line
    other = sitting.find((row) => row.name.slice(0, 1) !== one.name.slice(0, 1)) as Line
    await page.goto(`${base}#/people/${one.id}`)
    await page.getByRole('heading', { name: one.name }).waitFor()
    await page.getByRole('button', { name: '人员合并' }).click()
    await page.getByText('没有同名人员').waitFor()
    await page.getByPlaceholder('姓名、拼音首字母').fill(other.name)
    await page.getByRole('radio').first().check()
    await page.locator('.changes .sum').filter({ hasText: '归到另一人名下' }).waitFor()
    await page.getByLabel('理由（必填）').fill('经核实为同一人')
    await page.keyboard.press('Control+Enter')
    await page.locator('.merged').filter({ hasText: `将${other.name}` }).filter({ hasText: '经核实为同一人' }).waitFor()
    expect(await page.locator('.present').innerText()).toContain(other.posts[0])
    await page.goto(`${base}#/people/${other.id}`)
    await page.getByRole('heading', { name: one.name }).waitFor()
  })

  it('a merging is taken back, and both stand as before', async () => {
    await page.getByRole('button', { name: '撤回合并' }).click()
    await page.locator('.changes .sum').waitFor()
    await page.getByLabel('理由（必填）').fill('并非同一人')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: other.name }).waitFor()
    const now = await people()
    expect(now.find((row) => row.id === one.id)?.posts).toEqual(one.posts)
    expect(now.find((row) => row.id === other.id)?.posts).toEqual(other.posts)
  })

  it('one record is split: the entries of the other are marked, and go to somebody new', async () => {
    await page.goto(`${base}#/people/${one.id}`)
    await page.getByRole('heading', { name: one.name }).waitFor()
    await page.getByRole('button', { name: '人员拆分' }).click()
    const entries = page.locator('.entries li')
    await entries.first().waitFor()
    const count = await entries.count()
    await entries.last().locator('input').check()
    await page.locator('.changes .sum').waitFor()
    await page.getByLabel('理由（必填）').fill('同名两人')
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '1条已归到' }).waitFor()
    await page.locator('.namesakes').waitFor()
    await page.locator('.notice a').click()
    await page.getByRole('button', { name: '人员拆分' }).click()
    await expect.poll(() => page.locator('.entries li').count()).toBe(1)
    expect(count).toBeGreaterThan(0)
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
