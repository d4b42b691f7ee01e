import { afterEach, describe, expect, it, vi } from 'vitest'

import { setHost } from '@/bridge'
import { fakeHost, refusal } from '@/tests/fixtures/host'

import { clearIncoming, incoming, noneFound, stopFile, takeFiles, takeText } from './intake'

const file = (name: string, words = '免去某某同志职务') => new File([words], name)
const large = () => Object.defineProperty(file('大.pdf'), 'size', { value: 200 * 1024 * 1024 })
const states = () => incoming.map((one) => [one.name, one.state, one.error?.code ?? null])

afterEach(() => {
  clearIncoming()
  setHost(null)
})

describe('files coming in', () => {
  it('are read one after the other, also those that come while others are read', async () => {
    const finish: (() => void)[] = []
    const host = fakeHost({
      read_file: ({ name }) =>
        new Promise((done) => finish.push(() => done({ drafts: [{ id: 1, title: name } as never], characters: 9, notes: [] }))),
    })
    setHost(host)
    const first = takeFiles([file('一.txt'), file('二.txt')])
    const second = takeFiles([file('三.txt')])
    for (let turn = 0; turn < 3; turn += 1) {
      await vi.waitFor(() => expect(finish).toHaveLength(turn + 1))
      expect(incoming.filter((one) => one.state === 'reading')).toHaveLength(1)
      finish[turn]?.()
    }
    expect((await first).map((draft) => draft.title)).toEqual(['一.txt', '二.txt'])
    expect((await second).map((draft) => draft.title)).toEqual(['三.txt'])
  })

  it('each tell what came of it: read, none found, too large, empty, refused', async () => {
    const host = fakeHost({
      read_file: ({ name }) => {
        if (name === '坏.docx') throw refusal('paper-damaged')
        return { drafts: name === '方案.txt' ? [] : [{ id: 3 } as never], characters: 9, notes: [] }
      },
    })
    setHost(host)
    await takeFiles([file('一.txt'), large(), file('空.txt', ''), file('坏.docx'), file('方案.txt')])
    expect(states()).toEqual([
      ['一.txt', 'read', null],
      ['大.pdf', 'refused', 'paper-too-large'],
      ['空.txt', 'refused', 'paper-empty'],
      ['坏.docx', 'refused', 'paper-damaged'],
      ['方案.txt', 'none', null],
    ])
    // Not a byte of a file over the limit is read.
    expect(host.asked.filter((one) => one.name === 'read_file')).toHaveLength(3)
    expect(noneFound.value?.name).toBe('方案.txt')
  })

  it('can be stopped: one that is read is cancelled, one that waits is left out', async () => {
    let fail: ((error: unknown) => void) | undefined
    const host = fakeHost({ read_file: () => new Promise((_, refuse) => (fail = refuse)), cancel: () => ({}) })
    setHost(host)
    const done = takeFiles([file('一.pdf'), file('二.pdf')])
    await vi.waitFor(() => expect(fail).toBeDefined())
    const [first, second] = incoming
    if (!first || !second) throw new Error('both files are in the queue')
    await stopFile(second)
    await stopFile(first)
    fail?.(refusal('stopped'))
    expect(await done).toEqual([])
    const asked = host.asked.filter((one) => ['read_file', 'cancel'].includes(one.name))
    expect(asked.map((one) => [one.name, (one.request as { task: string }).task])).toEqual([
      ['read_file', first.task],
      ['cancel', first.task],
    ])
    expect(states().map(([, state]) => state)).toEqual(['refused', 'refused'])
  })
})

describe('text without an order', () => {
  it('can be read again with leading groups, once', async () => {
    const host = fakeHost({ read_text: ({ groups }) => ({ drafts: groups ? [{ id: 9 } as never] : [], characters: 400, notes: [] }) })
    setHost(host)
    expect(await takeText('关于印发防汛方案的通知')).toEqual([])
    expect(noneFound.value).toMatchObject({ name: null, characters: 400 })
    expect(await noneFound.value?.withGroups?.()).toEqual([{ id: 9 }])
    expect(noneFound.value).toBeNull()
  })
})
