import { describe, expect, it } from 'vitest'

import { nearest, shorter } from './near'

describe('what is near where nothing was found', () => {
  it('asks with a sign less at the end, then at the beginning', () => {
    expect(shorter('陈国林')).toEqual(['陈国', '国林', '陈', '林'])
    expect(shorter('陈')).toEqual([])
    expect(shorter('𠮷村')).toEqual(['𠮷', '村'])
  })

  it('stops at the first that finds something', async () => {
    const asked: string[] = []
    const found = await nearest('陈国林', (query) => {
      asked.push(query)
      return Promise.resolve(query === '国林' ? [1, 2, 3] : [])
    }, 2)
    expect(found).toEqual([1, 2])
    expect(asked).toEqual(['陈国', '国林'])
  })
})
