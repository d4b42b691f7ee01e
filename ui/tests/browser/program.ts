// The real program serving the real window, and a real Chromium in front of it. Where one of the two is missing the
// tests are skipped and say so.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { chromium, type Browser, type Page } from 'playwright-core'

const top = fileURLToPath(new URL('../../..', import.meta.url))
const flags = [
  '--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

const programs = [process.env.RENMIAN_BIN, join(top, 'target/release/renmian'), join(top, 'target/debug/renmian')]
const browsers = [process.env.RENMIAN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const program = programs.find((path) => path && existsSync(path))
const browserPath = browsers.find((path) => path && existsSync(path))

/** Why the browser tests cannot run here; null where they can. */
export const missing = !program
  ? 'no renmian is built (cargo build -p renmian-cli, or RENMIAN_BIN)'
  : !browserPath
    ? 'there is no Chromium (apt-get install chromium, or RENMIAN_CHROMIUM)'
    : null
if (missing) process.stderr.write(`browser tests are skipped: ${missing}\n`)

/** A program with a folder of its own, and a page of it. */
export interface Running {
  folder: string
  page: Page
  /** What the page complained of: errors thrown, and what the content policy refused. */
  complaints: string[]
  /** Opens another page of the same program, at an address of it. */
  another: (where: string) => Promise<Page>
  /** Starts a second program on a register; its page. */
  second: (register: string) => Promise<Page>
  stop: () => Promise<void>
}

/** The sample register, made once for all tests: its orders are entered one by one, which takes a while. */
function sampleRegister(): string {
  const kept = process.env.RENMIAN_TEST_SAMPLE
  if (!kept) throw new Error('tests/browser/sample.ts has made no sample register')
  if (!existsSync(kept)) {
    const made = spawnSync(program ?? '', ['--register', kept, 'sample'], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`no sample: ${made.stderr}`)
  }
  return kept
}

async function address(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the program has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\/\/\S+/.exec(line)
    if (found) return found[0]
  }
  throw new Error('the program ended without printing its address')
}

/** Starts the program. With `sample` it opens a fresh sample register, else none. */
export async function run(sample: boolean): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'renmian-'))
  const env = { ...process.env, RENMIAN_HOME: folder }
  const children: ChildProcess[] = []
  const register = join(folder, 'sample.renmian')
  if (sample) copyFileSync(sampleRegister(), register)
  const serve = async (file: string | null) => {
    const child = spawn(program ?? '', [...(file ? ['--register', file] : []), 'serve', '--port', '0'], { env })
    children.push(child)
    return await address(child)
  }
  const place = await serve(sample ? register : null)
  const browser: Browser = await chromium.launch({ executablePath: browserPath, args: flags })
  const complaints: string[] = []
  const open = async (where: string) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(where).origin })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A missing icon of the tab, and refusals that the window itself shows, are no complaints.
      if (message.type() === 'error' && !/status of (404|422)/.test(message.text())) complaints.push(message.text())
    })
    await page.goto(where)
    await page.locator('h1').first().waitFor()
    return page
  }
  const page = await open(place)
  return {
    folder,
    page,
    complaints,
    another: open,
    second: async (file) => open(await serve(file)),
    stop: async () => {
      await browser.close()
      for (const child of children) child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Asks the program itself, as the page does: what a command answers. */
export async function asked<T>(page: Page, name: string, request: object): Promise<T> {
  const answer = await page.evaluate(
    async ([command, body]) => {
      const place = `/${location.pathname.split('/')[1] ?? ''}/api/${command as string}`
      const response = await fetch(place, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
      return (await response.json()) as unknown
    },
    [name, request] as const,
  )
  return answer as T
}

/** Puts text on the clipboard and pastes it with the keys, as a clerk does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+V')
}
