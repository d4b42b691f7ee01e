import { afterEach, describe, expect, it, vi } from 'vitest'

import { baseOf, browserHost } from './browser'

afterEach(() => vi.unstubAllGlobals())

function serverThatSays(status: number, body: string) {
  const asked: { address: string; request: RequestInit }[] = []
  vi.stubGlobal('fetch', (address: string, request: RequestInit) => {
    asked.push({ address, request })
    return Promise.resolve(new Response(body, { status }))
  })
  return asked
}

describe('the browser host', () => {
  it('takes the first part of the path as its address, whatever follows', () => {
    expect(baseOf({ pathname: '/9f2c4e/' })).toBe('/9f2c4e')
    expect(baseOf({ pathname: '/9f2c4e/index.html' })).toBe('/9f2c4e')
    expect(baseOf({ pathname: '/' })).toBe('')
  })

  it('posts a command below the token and hands back the answer', async () => {
    const asked = serverThatSays(200, '{"rows":[]}')
    await expect(browserHost('/9f2c4e').call('people', { query: '' })).resolves.toEqual({ rows: [] })
    expect(asked[0]?.address).toBe('/9f2c4e/api/people')
    expect(asked[0]?.request.body).toBe('{"query":""}')
  })

  it('throws a refusal as the program said it', async () => {
    const refusal = { code: 'person-gone', words: {}, trouble: 'refused' }
    serverThatSays(422, JSON.stringify(refusal))
    await expect(browserHost('/9f2c4e').call('person', { id: 1 })).rejects.toEqual(refusal)
  })

  it('says that the program is gone where nothing of it answers', async () => {
    for (const [status, body] of [[404, ''], [403, '{}'], [500, 'oops'], [200, 'no json']] as const) {
      serverThatSays(status, body)
      await expect(browserHost('/9f2c4e').call('status', {})).rejects.toMatchObject({ code: 'host-unreachable' })
    }
  })
})
