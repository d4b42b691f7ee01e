// A folder for the sample register that the browser tests copy; gone when they are done.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'renmian-sample-'))
  process.env.RENMIAN_TEST_SAMPLE = join(folder, 'sample.renmian')
  return () => rmSync(folder, { recursive: true, force: true })
}
