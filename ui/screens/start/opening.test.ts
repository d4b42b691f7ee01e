import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { setHost, type Status } from '@/bridge'
import { fakeHost, refusal, statusOf } from '@/tests/fixtures/host'

import { useOpening } from './opening'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  setHost(null)
})

describe('the start', () => {
  it('keeps the path of a register that another window writes, so that it can be opened to look', async () => {
    const opened: Status[] = []
    const host = fakeHost({
      open_register: ({ look }) => (look ? statusOf({ writable: false }) : Promise.reject(refusal('register-locked'))),
    })
    setHost(host)
    const start = useOpening((status) => opened.push(status))
    await start.open(' /tmp/a.renmian ')
    expect(start.failure.value?.error.code).toBe('register-locked')
    await start.open(start.failure.value?.path ?? '', true)
    expect(opened.map((status) => status.register?.writable)).toEqual([false])
    expect(host.asked.at(-1)?.request).toEqual({ path: '/tmp/a.renmian', look: true })
  })

  it('follows the making of the sample and can stop it', async () => {
    let fail: ((error: unknown) => void) | undefined
    const host = fakeHost({
      create_sample: () => new Promise((_, refuse) => (fail = refuse)),
      progress: () => ({ running: true, of: 'papers', done: 40, total: 320 }),
      cancel: () => ({}),
    })
    setHost(host)
    const start = useOpening(() => undefined)
    const made = start.sample('/tmp/s.renmian')
    await vi.advanceTimersByTimeAsync(300)
    expect(start.progress.value).toEqual({ running: true, of: 'papers', done: 40, total: 320 })
    await start.stop()
    fail?.(refusal('stopped'))
    await made
    await flushPromises()
    expect(start.busy.value).toBeNull()
    expect(start.failure.value).toBeNull()
    expect(start.stopped.value).toBe(true)
    const tasks = host.asked.filter((asked) => asked.name !== 'status').map((asked) => (asked.request as { task: string }).task)
    expect(new Set(tasks).size).toBe(1)
  })
})
