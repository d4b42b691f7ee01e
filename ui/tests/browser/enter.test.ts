// 登记 in a real browser: from an empty PC to a registered paper, and what a clerk's day can bring.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { missing, paste, run, type Running } from './program'

const FIRST = `青云县人民政府
关于陈国栋等同志职务任免的通知

青政人〔2023〕1号

各乡镇人民政府，县政府各部门：
　　经研究决定：
　　陈国栋同志任县财政局局长，免去其县审计局局长职务；
　　林晓燕同志任县教育局副局长（试用期一年）。

青云县人民政府
2023年2月28日
`

const SECOND = `青云县人民政府
关于免去陈国栋同志职务的通知

青政人〔2024〕3号

各乡镇人民政府，县政府各部门：
　　经研究决定，免去陈国栋同志县财政局局长职务。

青云县人民政府
2024年3月1日
`

describe.skipIf(missing !== null)('from an empty PC to a registered paper', () => {
  let program: Running
  beforeAll(async () => {
    program = await run(false)
  })
  afterAll(() => program.stop())

  it('a register is made on the start screen', async () => {
    const { page, folder } = program
    await page.getByLabel('地区或单位').fill('青云县')
    await page.getByLabel('保管机关').fill('中共青云县委组织部')
    await page.getByLabel('存放在').fill(join(folder, '青云县.renmian'))
    await page.getByRole('button', { name: '新建', exact: true }).click()
    await page.getByText('没有待登记的文件').waitFor()
    expect(await page.locator('header .name').innerText()).toContain('青云县')
    expect(await page.locator('header .lock').innerText()).toBe('可写')
  })

  it('a paper is pasted with Ctrl+V and registered with Ctrl+Enter', async () => {
    const { page } = program
    await page.keyboard.press('Alt+2')
    await page.getByRole('heading', { name: '登记', exact: true }).waitFor()
    await paste(page, FIRST)
    await page.locator('.item').nth(2).waitFor()
    const items = await page.locator('.item .line').allInnerTexts()
    expect(items.map((line) => line.replace(/新/g, '').split(/\s+/).slice(0, 4).join(' '))).toEqual([
      '任 陈国栋 县财政局 局长',
      '免 陈国栋 县审计局 局长',
      '任 林晓燕 县教育局 副局长试用期一年',
    ])
    await page.keyboard.press('F8')
    expect(await page.locator('.finding.focused').innerText()).toContain('始任时间将记为不详')
    await page.keyboard.press('Enter')
    await page.getByText('已核对', { exact: false }).first().waitFor()
    await page.getByText('已保存').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').waitFor()
    expect(await page.locator('.notice').innerText()).toContain('已登记 青政人〔2023〕1号：任2人2职，免1职；1人始任时间待补')
  })

  it('the same paper again is recognised and not registered twice', async () => {
    const { page } = program
    await paste(page, FIRST)
    await page.getByText('这份文件已登记').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('须先定下').first().waitFor()
    await page.keyboard.press('Control+Delete')
    await page.getByText('再按一次移出').waitFor()
    await page.keyboard.press('Control+Delete')
    await page.getByText('已移出').waitFor()
  })

  it('a later paper ends the tenure that the first began', async () => {
    const { page } = program
    await paste(page, SECOND)
    await page.getByText('结束 2023.02.28 以来的任职').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '青政人〔2024〕3号' }).or(page.locator('.ask')).first().waitFor()
    if (await page.locator('.ask').isVisible()) await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已登记 青政人〔2024〕3号：免1职' }).waitFor()
  })

  it('nothing was refused by the content policy and nothing was thrown', () => {
    expect(program.complaints).toEqual([])
  })
})

describe.skipIf(missing !== null)('a draft', () => {
  let program: Running
  beforeAll(async () => {
    program = await run(true)
    await program.page.keyboard.press('Alt+2')
    await program.page.getByRole('heading', { name: '登记', exact: true }).waitFor()
  })
  afterAll(() => program.stop())

  it('is made of each of several files, and each file tells what came of it', async () => {
    const { page, folder } = program
    const files = { '一.txt': FIRST.replace('〔2023〕1号', '〔2030〕1号'), '二.txt': SECOND.replace('〔2024〕3号', '〔2030〕3号'), '空.txt': '', '方案.txt': '关于明天开会的方案。' }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    await page.locator('input[type=file]').setInputFiles(Object.keys(files).map((name) => join(folder, name)))
    await page.getByText('读出2份文件').waitFor()
    await page.keyboard.press('Alt+2')
    await page.locator('.queue li').nth(3).waitFor()
    const states = await page.locator('.queue li .state').allInnerTexts()
    expect(states.map((state) => state.replace(/\s+/g, ''))).toEqual([
      '✓读出1份', '✓读出1份', '！文件里没有文字；请确认选对了文件，或改为粘贴文字', '！没有读到任免文件',
    ])
  })

  it('is not made of a file that is stopped while it is read: how far it came is told, and the next one is read', async () => {
    const { page, folder } = program
    await page.getByRole('button', { name: '清除列表' }).click()
    const before = await page.locator('.desk .row').count()
    writeFileSync(join(folder, '汇编.txt'), FIRST.repeat(8000))
    writeFileSync(join(folder, '三.txt'), FIRST.replace('〔2023〕1号', '〔2031〕1号'))
    await page.locator('input[type=file]').setInputFiles(['汇编.txt', '三.txt'].map((name) => join(folder, name)))
    const state = (nth: number) => page.locator('.queue li .state').nth(nth)
    await state(0).filter({ hasText: /已读\d+%/ }).waitFor()
    expect(await state(1).innerText()).toContain('等待')
    const asked = performance.now()
    await state(0).getByRole('button', { name: '停止' }).click()
    await state(0).filter({ hasText: '已停止' }).waitFor()
    expect(performance.now() - asked, 'milliseconds from 停止 to the end').toBeLessThan(1000)
    await page.getByText('读出1份').or(page.locator('.item')).first().waitFor()
    await page.keyboard.press('Alt+2')
    await state(1).filter({ hasText: '读出1份' }).waitFor()
    expect(await page.locator('.desk .row').count(), 'one more on the desk, nothing of the one that was stopped').toBe(before + 1)
  })

  it('keeps what was typed when the window closes a moment later', async () => {
    const { page } = program
    await page.locator('.desk .row').first().click()
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.getByLabel('职务', { exact: true }).fill('党组书记')
    await page.getByText('已保存').waitFor()
    const place = page.url()
    await page.close()
    const again = await program.another(place)
    await again.locator('.item').first().waitFor()
    expect(await again.locator('.item .line').first().innerText()).toContain('党组书记')
    program.page = again
  })

  it('takes an item from a selection of its text, and undoes it', async () => {
    const { page } = program
    const before = await page.locator('.item').count()
    await page.locator('.text span').first().click({ clickCount: 3 })
    await page.getByRole('button', { name: '添加事项' }).waitFor()
    await page.keyboard.press('A')
    await page.locator('.editor').waitFor()
    await page.keyboard.type('张三丰')
    await page.keyboard.press('Escape')
    expect(await page.locator('.item').count()).toBe(before + 1)
    // The name was typed into the new item: one step; the item itself is another.
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    expect(await page.locator('.item').count()).toBe(before)
    await page.getByText('已保存').waitFor()
  })

  it('cannot be changed from a second program, which can look and says why', async () => {
    const other = await program.second(join(program.folder, 'sample.renmian'))
    await other.getByText('只读').first().waitFor()
    await other.keyboard.press('Alt+2')
    await other.getByText('台账为只读').waitFor()
    expect(await other.getByRole('button', { name: '打开文件' }).count()).toBe(0)
  })

  it('nothing was refused by the content policy and nothing was thrown', () => {
    expect(program.complaints).toEqual([])
  })
})
