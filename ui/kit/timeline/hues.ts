// One colour for one thing (a unit on a person's page, a person on a post's), the same in drawing and table.

const HUES = 8

/** A hue for each key, in the order in which the keys come first; a key has one hue wherever it stands. */
export function huesFor<Key>(keys: Key[]): Map<Key, number> {
  const hues = new Map<Key, number>()
  for (const key of keys) if (!hues.has(key)) hues.set(key, hues.size % HUES)
  return hues
}
