// The one registry of keys. A screen brings its keys when it is set up and takes them along when it goes; the
// last one to come is asked first. Keys that an input method is using are never taken from it.

import { onScopeDispose, shallowReactive } from 'vue'

/** One key and what it does. */
export interface KeyBinding {
  /** As `nameOf` names it: `Ctrl+K`, `F8`, `Shift+F8`, `Enter`, `?`, `3`, `ArrowDown`. */
  key: string
  /** How it stands on the sheet of keys, where one line speaks of several: `1…9`. */
  shown?: string
  /** What it does, for the sheet of keys; null keeps it off the sheet. */
  does: (() => string) | null
  /** Whether it also works while a field is being typed in; keys with Ctrl, Alt and F-keys always do. */
  inFields?: boolean
  /** Does it. `false` says that it is not for this layer, and the one below is asked. */
  run: (event: KeyboardEvent) => unknown
}

/** The keys of one part of the window. */
export interface KeyLayer {
  /** Whose keys they are, for the sheet. */
  of: () => string
  bindings: KeyBinding[]
}

/** The layers that are there now, the first one to be asked last. */
export const layers = shallowReactive<KeyLayer[]>([])

/** Whether an input method is using this key: Enter then chooses a candidate and means nothing else. */
export function ofInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** The key of an event as it is written in a binding. */
export function nameOf(event: KeyboardEvent): string {
  const printable = event.key.length === 1
  const key = event.key === ' ' ? 'Space' : printable ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (!printable || /[A-Z]/.test(key))
  const held = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (shift ? 'Shift+' : '')
  return held + key
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function reachesOverFields(key: string): boolean {
  return /^(Ctrl|Alt)\+/.test(key) || /^(Shift\+)?F\d+$/.test(key)
}

/** Hands a key to the layers; true where one took it. */
export function press(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || ofInputMethod(event)) return false
  const key = nameOf(event)
  const inField = typing(event.target)
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    for (const binding of layers[at]?.bindings ?? []) {
      if (binding.key !== key) continue
      if (inField && !(binding.inFields ?? reachesOverFields(key))) continue
      if (binding.run(event) === false) continue
      event.preventDefault()
      event.stopPropagation()
      return true
    }
  }
  return false
}

/** Brings keys for as long as the calling component is there. */
export function useKeys(of: () => string, bindings: KeyBinding[]): void {
  const layer: KeyLayer = { of, bindings }
  // At setup, not when mounted: what stands inside comes after what stands around it, and is asked first.
  layers.push(layer)
  onScopeDispose(() => {
    const at = layers.indexOf(layer)
    if (at >= 0) layers.splice(at, 1)
  })
}

/** Listens to the window's keys; called once, by the root. */
export function listenToKeys(): () => void {
  const listener = (event: KeyboardEvent) => {
    press(event)
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}
