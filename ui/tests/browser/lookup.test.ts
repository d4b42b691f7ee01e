// 人员, 职务, 文件 and 花名册 in a real browser, over the sample register. The keys that a task costs stand in the
// names of its tests.

import { readFileSync } from 'node:fs'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asked, missing, run, type Running } from './program'

describe.skipIf(missing !== null)('looking up', () => {
  let program: Running
  let page: Page
  let base: string

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
  })
  afterAll(async () => {
    await program.stop()
  })
  beforeEach(async () => {
    await page.goto(`${base}#/today`)
    await page.getByRole('heading', { name: '今日' }).waitFor()
  })

  const go = async (where: string) => {
    await page.goto(`${base}#${where}`)
  }
  /** Asks the program behind the window's back, to know what must be shown. */
  const ask = <T>(name: string, request: object): Promise<T> => asked<T>(page, name, request)

  interface Line { id: number; name: string; posts: string[]; since: string | null }
  const sitting = async () => {
    const { rows } = await ask<{ rows: Line[] }>('people', { query: '' })
    const found = rows.find((row) => row.posts.length > 0 && row.since?.length === 10)
    if (!found) throw new Error('the sample has nobody in a post')
    return found
  }

  it('“since when, by which paper”: Ctrl+K, the name, Enter; the answer within 3 s', async () => {
    const someone = await sitting()
    const begun = performance.now()
    await page.keyboard.press('Control+K')
    await page.keyboard.type(someone.name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: someone.name, exact: true }).waitFor()
    const present = page.locator('.present')
    await present.waitFor()
    expect(performance.now() - begun, 'milliseconds from the first key to the answer').toBeLessThan(3000)
    const words = await present.innerText()
    expect(words).toContain((someone.since ?? '').replaceAll('-', '.'))
    expect(words).toContain(someone.posts[0])
  })

  it('人员 finds by initials as one types, ↓ and Enter open, Esc leads back to the same list', async () => {
    await go('/people')
    await page.getByRole('row').nth(3).waitFor()
    const all = await page.getByRole('grid').getAttribute('aria-rowcount')
    await page.keyboard.type('zh')
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).not.toBe(all)
    const some = await page.getByRole('grid').getAttribute('aria-rowcount')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.timeline').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.find input').waitFor()
    expect(await page.locator('.find input').inputValue()).toBe('zh')
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(some)
  })

  it('人员 offers near ones where nothing is found', async () => {
    await go('/people')
    await page.getByRole('row').nth(3).waitFor()
    const name = await page.locator('.row .name').first().innerText()
    await page.keyboard.type(`${name}某`)
    await page.getByText('没有找到').waitFor()
    await page.locator('.near a', { hasText: name }).first().waitFor()
  })

  it('a line of the career leads to its clause: Enter', async () => {
    const someone = await sitting()
    await go(`/people/${someone.id}`)
    await page.locator('.tenures').waitFor()
    const link = page.locator('.tenures .row a[href*="item="]').first()
    const number = await link.innerText()
    await link.click()
    await page.getByRole('heading', { name: number }).waitFor()
    const clause = await page.locator('.text .chosen').first().innerText()
    expect(clause.replace(/\s/g, ''), 'the clause that is lit speaks of the person').toContain(someone.name)
    await page.keyboard.press('Escape')
    await page.locator('.tenures').waitFor()
  })

  it('the timeline and its table point at one another', async () => {
    const someone = await sitting()
    await go(`/people/${someone.id}`)
    const bar = page.locator('.timeline .bar').first()
    await bar.hover()
    const key = Number(await bar.getAttribute('data-key'))
    await expect.poll(() => page.locator('.tenures .row.marked').innerText()).toMatch(new RegExp(`^\\s*${key + 1}\\b`))
  })

  it('a career is copied with one key', async () => {
    const someone = await sitting()
    await go(`/people/${someone.id}`)
    await page.locator('.tenures').waitFor()
    await page.keyboard.press('c')
    await page.getByText('可以粘贴到文档中').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^(\d{4}(\.\d\d)?|不详) *--.{7} {2}\S/m)
  })

  it('what tells a person apart is changed in place and stays', async () => {
    const someone = await sitting()
    await go(`/people/${someone.id}`)
    await page.locator('.tenures').waitFor()
    await page.keyboard.press('e')
    await page.getByText('原来的内容保留').waitFor()
    await page.getByLabel('备注').fill('原名待核')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已修改').waitFor()
    await page.locator('.who').getByText('原名待核').waitFor()
  })

  it('职务: a unit by its name, its posts with seats, who sits in them, the lanes of its years', async () => {
    await go('/posts')
    await page.getByRole('row').nth(3).waitFor()
    await page.keyboard.type('财政局')
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(8)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /财政局/ }).waitFor()
    expect(await page.locator('.posts .seats').first().innerText()).toMatch(/核定\d+　实配\d+　(＝ 满|－ 空缺\d+|＋ 超配\d+)/)
    expect(await page.locator('.timeline .bar').count()).toBeGreaterThan(3)
  })

  it('职务: a post’s vacancies are white, as long as they were, and said in days', async () => {
    const { rows } = await ask<{ rows: { id: number }[] }>('organisations', { query: '' })
    interface Post { id: number; vacancies: { days: number }[]; holders: unknown[] }
    let found: Post | null = null
    for (const unit of rows.slice(0, 20)) {
      const { posts } = await ask<{ posts: { id: number }[] }>('organisation', { id: unit.id })
      for (const { id } of posts) {
        const post = await ask<Post>('post', { id })
        if (post.vacancies.length > 0 && post.holders.length > 2) found ??= post
      }
      if (found) break
    }
    if (!found) throw new Error('the sample has no vacancy')
    await go(`/posts/${found.id}`)
    await page.locator('.stretches').first().waitFor()
    expect(await page.locator('.stretches').first().innerText()).toContain(`${found.vacancies[0]?.days}天`)
    expect(await page.locator('.timeline .vacant rect').count()).toBeGreaterThan(0)
  })

  it('职务: seats are changed where they stand', async () => {
    await go('/posts/1')
    await page.locator('.tenures').waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('核定职数').fill('9')
    await page.keyboard.press('Control+Enter')
    await page.locator('.facts').getByText('核定9').waitFor()
  })

  it('文件: by year, by a name in the text, and the clause of each item lights with it', async () => {
    await go('/orders')
    await page.locator('.years button').nth(3).click()
    const year = await page.locator('.years button').nth(3).innerText()
    await expect.poll(async () => (await page.locator('.row .number').allInnerTexts()).every((number) => number.includes(year.trim()))).toBe(true)
    const first = page.locator('.list .row').first()
    await first.click()
    await page.locator('.item').first().waitFor()
    const items = page.locator('.item')
    for (let at = 0; at < Math.min(3, await items.count()); at += 1) {
      await items.nth(at).hover()
      const name = (await items.nth(at).locator('.name').innerText()).trim()
      await expect.poll(async () => (await page.locator('.text .hovered').allInnerTexts()).join('').replace(/\s/g, ''), { message: `item ${at + 1}` }).not.toBe('')
      expect(name.length).toBeGreaterThan(1)
    }
  })

  it('花名册: any day, to a file that holds what is shown: 3 keys beside the day', async () => {
    await go('/roster')
    await page.locator('.roster .row').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('20210331')
    await page.keyboard.press('Enter')
    await page.getByText('截至2021年3月31日').waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('CSV').check()
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(file.suggestedFilename()).toMatch(/2021.*\.csv$/)
    const text = readFileSync((await file.path()) ?? '', 'utf8')
    expect(text.charCodeAt(0), 'the mark by which Excel knows UTF-8').toBe(0xfeff)
    const lines = text.slice(1).trim().split(/\r?\n/).map((line) => line.split(','))
    const cells = (row: number) => page.locator(`.roster [role="row"][aria-rowindex="${row}"] [role="gridcell"]`).allTextContents()
    expect(lines.length, 'a line for each row shown').toBe(Number(await page.locator('.roster').getAttribute('aria-rowcount')))
    expect(lines[0]).toEqual(await page.locator('.roster [role="columnheader"]').allTextContents())
    for (const row of [2, 3, 12]) expect(lines[row - 1], `row ${row - 1} as shown`).toEqual(await cells(row))
    await page.getByText('已下载').waitFor()
  })

  it('花名册: narrowed to headships of one kind of unit, and widened again', async () => {
    await go('/roster')
    await page.locator('.roster .row').first().waitFor()
    const all = Number(await page.locator('.roster').getAttribute('aria-rowcount'))
    await page.keyboard.press('f')
    await page.getByLabel('只看正职').check()
    await expect.poll(async () => Number(await page.locator('.roster').getAttribute('aria-rowcount'))).toBeLessThan(all)
    await page.getByLabel('乡镇').check()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(async () => Number(await page.locator('.roster').getAttribute('aria-rowcount'))).toBe(all)
  })

  it('“who was it on that day”: the bar’s day is asked on every page', async () => {
    await go('/posts/1')
    await page.locator('.tenures').waitFor()
    const now = await page.locator('.present').innerText()
    await page.locator('.times input').first().fill('20090601')
    await page.locator('.times input').first().press('Enter')
    await expect.poll(() => page.locator('.present').innerText()).not.toBe(now)
    await page.getByRole('button', { name: '回到现在' }).click()
    await expect.poll(() => page.locator('.present').innerText()).toBe(now)
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
