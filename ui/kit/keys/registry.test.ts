import { afterEach, describe, expect, it } from 'vitest'

import { layers, nameOf, press, type KeyBinding } from './registry'

function layer(...bindings: Partial<KeyBinding>[]) {
  layers.push({
    of: () => '',
    bindings: bindings.map((binding) => ({ key: '', does: null, run: () => undefined, ...binding })),
  })
}

const key = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, cancelable: true, ...more })

afterEach(() => layers.splice(0))

describe('the registry of keys', () => {
  it.each([
    [key('k', { ctrlKey: true }), 'Ctrl+K'],
    [key('K', { metaKey: true }), 'Ctrl+K'],
    [key('F8', { shiftKey: true }), 'Shift+F8'],
    [key('?', { shiftKey: true }), '?'],
    [key('z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [key('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [key('3'), '3'],
  ])('names a key as it is shown (%#)', (event, name) => {
    expect(nameOf(event)).toBe(name)
  })

  it('asks the last layer first, and the one below where it declines', () => {
    const asked: string[] = []
    layer({ key: 'Enter', run: () => asked.push('below') })
    layer({ key: 'Enter', run: () => (asked.push('above'), false) })
    expect(press(key('Enter'))).toBe(true)
    expect(asked).toEqual(['above', 'below'])
  })

  it('leaves a key to the input method that is using it', () => {
    const asked: string[] = []
    layer({ key: 'Enter', inFields: true, run: () => asked.push('taken') })
    expect(press(key('Enter', { isComposing: true }))).toBe(false)
    expect(press(key('Enter', { keyCode: 229 }))).toBe(false)
    expect(asked).toEqual([])
  })

  it('takes plain keys from no field, but F-keys and Ctrl always', () => {
    const asked: string[] = []
    layer(
      { key: '1', run: () => asked.push('1') },
      { key: 'F8', run: () => asked.push('F8') },
      { key: 'Ctrl+Enter', run: () => asked.push('Ctrl+Enter') },
    )
    const field = document.body.appendChild(document.createElement('input'))
    for (const event of [key('1'), key('F8'), key('Enter', { ctrlKey: true })]) {
      Object.defineProperty(event, 'target', { value: field })
      press(event)
    }
    field.remove()
    expect(asked).toEqual(['F8', 'Ctrl+Enter'])
  })
})
