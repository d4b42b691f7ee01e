import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useForeseen, type Foreseen } from './foreseen'

interface Question { act: string; wanted: AbortSignal; answer: (words: string) => void; refuse: () => void }

describe('what an act would do', () => {
  const act = ref<string | null>(null)
  const doing = ref(false)
  let asked: Question[]
  let scope: EffectScope
  let foreseen: Foreseen<string>

  beforeEach(() => {
    vi.useFakeTimers()
    act.value = 'a'
    doing.value = false
    asked = []
    scope = effectScope()
    scope.run(() => {
      foreseen = useForeseen(
        () => act.value,
        (act, wanted) => new Promise<string>((answer, refuse) => asked.push({ act, wanted, answer, refuse: () => refuse(new Error('late')) })),
        { doing: () => doing.value },
      )
    })
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  const pause = () => vi.advanceTimersByTimeAsync(200)

  it('is asked once the clerk pauses, and stays in sight until the next answer', async () => {
    act.value = 'ab'
    await pause()
    expect(asked.map((one) => one.act)).toEqual(['ab'])
    asked[0]?.answer('AB')
    await pause()
    expect(foreseen.answer.value).toBe('AB')
    act.value = 'abc'
    await nextTick()
    expect([foreseen.answer.value, foreseen.loading.value]).toEqual(['AB', true])
  })

  it('is not asked of an act that is being done, and a question on its way is given up', async () => {
    await pause()
    expect(asked[0]?.wanted.aborted).toBe(false)
    asked[0]?.answer('A')
    await pause()
    act.value = 'ab'
    await pause()
    act.value = 'abc'
    doing.value = true
    expect(asked[1]?.wanted.aborted, 'given up at once, before the act is sent').toBe(true)
    asked[1]?.refuse()
    await pause()
    expect(asked).toHaveLength(2)
    expect([foreseen.answer.value, foreseen.error.value, foreseen.loading.value]).toEqual(['A', null, false])
  })

  it('is asked again where the act was refused', async () => {
    doing.value = true
    await pause()
    doing.value = false
    await pause()
    expect(asked.map((one) => one.act)).toEqual(['a'])
  })

  it('is given up with its form', async () => {
    await pause()
    scope.stop()
    expect(asked[0]?.wanted.aborted).toBe(true)
    act.value = 'ab'
    await pause()
    expect(asked).toHaveLength(1)
  })
})
