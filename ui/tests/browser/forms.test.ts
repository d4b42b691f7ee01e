// Papers in every form in a real browser: let go on any page, several at once, broken and too large ones among them;
// the original is kept with its order and comes back byte by byte.

import { createHash } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { missing, run, type Running } from './program'

const paper = (serial: number, name: string) =>
  `青云县人民政府\n关于${name}同志任职的通知\n\n青政人〔2031〕${serial}号\n\n各乡镇人民政府：\n　　经研究决定：\n　　${name}同志任县档案馆馆长助理。\n\n青云县人民政府\n2031年3月${serial}日\n`

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

/** A zip of files as they are, without compression. */
function zip(files: [string, string][]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt32LE(crc(bytes), 10)
    head.writeUInt32LE(bytes.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, bytes])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, path]))
    parts.push(entry)
    at += entry.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(Buffer.concat(list).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...list, Buffer.from('PK\x05\x06', 'latin1'), end])
}

function docx(text: string): Buffer {
  const types = 'http://schemas.openxmlformats.org/package/2006'
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const lines = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
  return zip([
    ['[Content_Types].xml', `<?xml version="1.0"?><Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ['_rels/.rels', `<?xml version="1.0"?><Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${main}" Target="word/document.xml"/></Relationships>`],
    ['word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="${words}"><w:body>${lines.join('')}</w:body></w:document>`],
  ])
}

describe.skipIf(missing !== null)('papers in every form', () => {
  let program: Running
  let page: Page
  let base: string

  beforeAll(async () => {
    program = await run(true)
    page = program.page
    base = page.url().replace(/#.*$/, '')
  })
  afterAll(() => program.stop())

  /** Lets files go over the window, as a clerk drags them in. */
  const letGo = async (files: [string, Buffer][]) => {
    const data = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const [name, base64] of given) {
        transfer.items.add(new File([Uint8Array.from(atob(base64 ?? ''), (sign) => sign.charCodeAt(0))], name ?? ''))
      }
      return transfer
    }, files.map(([name, bytes]) => [name, bytes.toString('base64')]))
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
  }

  it('.txt, .docx and .pdf let go on any page are read one by one, a broken one says so, each with its state', async () => {
    const printed = await program.another(page.url())
    await printed.goto('about:blank')
    await printed.setContent(paper(3, '林晓波').split('\n').map((line) => `<p>${line}</p>`).join(''))
    const pdf = await printed.pdf()
    await printed.close()
    await page.goto(`${base}#/people`)
    await page.locator('.row').first().waitFor()
    await letGo([['一.txt', Buffer.from(paper(1, '林晓燕'))], ['二.docx', docx(paper(2, '林晓松'))], ['三.pdf', pdf], ['坏.docx', docx(paper(9, '林某')).subarray(0, 300)]])
    await page.getByText('读出3份文件').waitFor()
    await page.keyboard.press('Alt+2')
    await page.locator('.queue li').nth(3).waitFor()
    const states = await page.locator('.queue li .state').allInnerTexts()
    expect(states.map((state) => state.replace(/\s+/g, ''))).toEqual(['✓读出1份', '✓读出1份', '✓读出1份', expect.stringContaining('文件已损坏')])
  })

  it('one beyond the limit is refused before a byte of it is read', async () => {
    const large = join(program.folder, '过大.txt')
    writeFileSync(large, '')
    truncateSync(large, 65 * 1024 * 1024)
    await page.locator('input[type=file]').setInputFiles(large)
    await page.locator('.queue li').filter({ hasText: '文件超过64 MB' }).waitFor()
  })

  it('the original stays with its order, shows its SHA-256, and comes back byte by byte', async () => {
    const bytes = docx(paper(2, '林晓松'))
    await page.locator('.desk .row').filter({ hasText: '〔2031〕2号' }).click()
    await page.locator('.item').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已登记' }).or(page.locator('.ask')).first().waitFor()
    if (await page.locator('.ask').isVisible()) await page.keyboard.press('Control+Enter')
    await page.locator('.notice a').filter({ hasText: '〔2031〕2号' }).click()
    await page.getByText('二.docx').waitFor()
    expect(await page.locator('.sha').innerText()).toContain(createHash('sha256').update(bytes).digest('hex'))
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载原件' }).click()])
    expect(file.suggestedFilename()).toBe('二.docx')
    expect(readFileSync((await file.path()) ?? '').equals(bytes)).toBe(true)
  })

  it('a corrected entry keeps the original of the first', async () => {
    await page.keyboard.press('E')
    await page.locator('.correction').waitFor()
    await page.locator('.correction input').fill('漏录备注')
    await page.getByText('已保存').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice').filter({ hasText: '已更正' }).or(page.locator('.ask')).first().waitFor()
    if (await page.locator('.ask').isVisible()) await page.keyboard.press('Control+Enter')
    await page.locator('.story').waitFor()
    await page.getByText('二.docx').waitFor()
  })

  it('nothing of it offends the content policy or throws', () => {
    expect(program.complaints).toEqual([])
  })
})
