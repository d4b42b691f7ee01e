import { afterEach, describe, expect, it } from 'vitest'

import { offerFocus } from './focus'

afterEach(() => document.body.replaceChildren())

function placed<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.tabIndex = 0
  document.body.append(made)
  return made
}

describe('a page that opens', () => {
  it('takes the keyboard from nothing, from a button and from another table', () => {
    const table = placed('div')
    offerFocus(table)
    expect(document.activeElement).toBe(table)
    placed('button').focus()
    offerFocus(table)
    expect(document.activeElement).toBe(table)
  })

  it('leaves it to the search that was begun in the same moment', () => {
    const [search, table] = [placed('input'), placed('div')]
    search.focus()
    offerFocus(table)
    expect(document.activeElement).toBe(search)
  })

  it('asks nothing of what is not there', () => {
    expect(() => offerFocus(null)).not.toThrow()
  })
})
