import { describe, expect, it } from 'vitest'

import { chinese, english } from '.'

const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map((found) => found[0]).sort()

describe('the two catalogues say the same things', () => {
  it('under the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })

  it('with the same places to fill', () => {
    const other: Record<string, string> = english
    const differing = Object.entries(chinese)
      .filter(([key, sentence]) => places(sentence).join() !== places(other[key] ?? '').join())
      .map(([key]) => key)
    expect(differing).toEqual([])
  })

  it('and Chinese sentences use full-width punctuation', () => {
    const halfWidth = Object.entries(chinese)
      .filter(([, sentence]) => /[一-鿿][,;:!?()]|[,;:!?()][一-鿿]/.test(sentence))
      .map(([key]) => key)
    expect(halfWidth).toEqual([])
  })
})
