// Where the clerk is in the list beside the paper, and how keys and clicks move through it. Paper and list light
// one another by what is kept here.

import { computed, nextTick, ref, type Ref } from 'vue'

import type { Span } from '@/bridge'

import type { DraftWork } from './draft'
import { itemLine, linesOf, nextOpen, type Line } from './lines'

/** Walks through the lines of a draft that are drawn inside `list`. */
export function useWalk(work: DraftWork, list: Ref<HTMLElement | null>) {
  /** The focused line. */
  const focus = ref<string | null>(null)
  /** Places of the items that the mouse points at. */
  const hovered = ref<number[]>([])

  const lines = computed(() => (work.draft.value ? linesOf(work.draft.value.items, work.keys.value, work.findings.value) : []))
  const clauses = computed(() => work.draft.value?.items.map(({ item }) => item.source) ?? [])
  const current = computed(() => lines.value.find((line) => line.id === focus.value) ?? null)

  /** The place of the item that the focused line is or speaks of. */
  const at = computed(() => {
    const line = current.value
    if (!line) return null
    return line.kind === 'item' ? line.at : line.found.sheet.item
  })

  function spanOf(line: Line | null): Span | null {
    if (!line) return null
    if (line.kind === 'item') return clauses.value[line.at] ?? null
    const { sheet } = line.found
    return sheet.source ?? (sheet.item === null ? null : (clauses.value[sheet.item] ?? null))
  }

  function sameClause(a: number, b: number | null): boolean {
    const [one, other] = [clauses.value[a], b === null ? undefined : clauses.value[b]]
    return one !== undefined && other !== undefined && one.start === other.start && one.end === other.end
  }

  async function focusOn(id: string | null) {
    focus.value = id
    if (id === null) return
    await nextTick()
    const line = [...(list.value?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].find((row) => row.dataset.line === id)
    line?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }

  return {
    focus,
    hovered,
    lines,
    clauses,
    current,
    focusOn,
    focusSpan: computed(() => spanOf(current.value)),
    hoverSpan: computed(() => (hovered.value[0] === undefined ? null : (clauses.value[hovered.value[0]] ?? null))),
    /** Whether an item is lit by the mouse or by another item of its clause. */
    isLit: (line: Line & { kind: 'item' }) =>
      hovered.value.includes(line.at) || (line.id !== focus.value && sameClause(line.at, at.value)),
    /** How many items were read from the clause of an item. */
    siblings: (place: number) => clauses.value.filter((_, other) => sameClause(other, place)).length,
    /** To the line above or below. */
    move: (by: 1 | -1) => {
      const last = lines.value.length - 1
      const here = lines.value.findIndex((line) => line.id === focus.value)
      const to = here < 0 ? (by === 1 ? 0 : last) : Math.max(0, Math.min(last, here + by))
      return focusOn(lines.value[to]?.id ?? null)
    },
    /** To the next or last thing that waits for the clerk; false where nothing does. */
    toOpen: (by: 1 | -1) => {
      const next = nextOpen(lines.value, focus.value, by)
      return next === null ? false : focusOn(next.id)
    },
    /** To what speaks of a place of the paper: its finding, else its items in turn. */
    toPlace: (items: number[], found: string[]) => {
      const here = items.indexOf(at.value ?? -1)
      const to = items[(here + 1) % Math.max(1, items.length)]
      const key = to === undefined ? undefined : work.keys.value[to]
      return focusOn(found[0] ?? (key === undefined ? null : itemLine(key)))
    },
  }
}
