import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { effectScope, ref } from 'vue'

import { useAnswer } from './answer'

describe('an answer on a screen', () => {
  it('keeps the old content until the new is there, and drops a late answer to an old question', async () => {
    const waiting: ((text: string) => void)[] = []
    const question = ref(1)
    const scope = effectScope()
    const shown = scope.run(() => useAnswer(() => new Promise<string>((done) => waiting.push(done)), [question]))
    if (!shown) throw new Error('the scope ran')
    waiting[0]?.('first')
    await flushPromises()
    question.value = 2
    await flushPromises()
    question.value = 3
    await flushPromises()
    expect(shown.answer.value).toBe('first')
    expect(shown.loading.value).toBe(true)
    waiting[2]?.('third')
    await flushPromises()
    waiting[1]?.('second')
    await flushPromises()
    expect(shown.answer.value).toBe('third')
    expect(shown.loading.value).toBe(false)
    scope.stop()
  })

  it('keeps what was shown when a later question fails', async () => {
    let fails = false
    const error = { code: 'register-locked', words: {}, trouble: 'register' as const }
    const scope = effectScope()
    const shown = scope.run(() => useAnswer(() => (fails ? Promise.reject(error) : Promise.resolve('old'))))
    if (!shown) throw new Error('the scope ran')
    await flushPromises()
    fails = true
    await shown.reload()
    expect(shown.answer.value).toBe('old')
    expect(shown.error.value).toEqual(error)
    scope.stop()
  })
})
