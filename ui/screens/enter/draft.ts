// One draft on the desk: what the clerk has, what the program says of it, and saving. What is typed is shown at
// once; it is saved 300 ms after the last key and whenever the draft is left; what the program then says is laid
// over it without taking back anything that was typed meanwhile.

import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { asApiError, call, type ApiError, type Draft, type DraftId, type DraftSheet, type FindingSheet, type ItemSheet } from '@/bridge'

/** After how many milliseconds without a key the draft is saved. */
export const PAUSE = 300

/** A finding, with a name of its own and the item it speaks of by that item's key. */
export interface Found {
  id: string
  /** The key of its item; null where it speaks of none. */
  key: number | null
  sheet: FindingSheet
}

/** How far saving has come. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'failed'

interface Moment {
  draft: Draft
  keys: number[]
}

let lastKey = 0

function freshKeys(count: number): number[] {
  return Array.from({ length: count }, () => (lastKey += 1))
}

/** The keys after an edit: an item that is the same object keeps its key; where none came or went, so do all. */
export function rekey(before: Moment, after: Draft): number[] {
  if (after.items.length === before.draft.items.length) return before.keys
  const known = new Map(before.draft.items.map((item, at) => [item, before.keys[at]]))
  return after.items.map((item) => known.get(item) ?? (lastKey += 1))
}

function idOf(finding: FindingSheet, key: number | null): string {
  return `${finding.code}/${key ?? '-'}/${finding.source ? `${finding.source.start}-${finding.source.end}` : '-'}`
}

/** Whether a finding waits for the clerk. */
export function isOpen(found: Found): boolean {
  return found.sheet.weight !== 'notice' && !found.sheet.accepted
}

/** Works on one draft until the calling scope ends. */
export function useDraft(id: DraftId) {
  const now = shallowRef<Moment | null>(null)
  const sheets = shallowRef<Map<number, ItemSheet>>(new Map())
  const findings = shallowRef<Found[]>([])
  const recordable = ref(false)
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(true)
  const saving = ref<Saving>('saved')
  const past = shallowRef<Moment[]>([])
  const future = shallowRef<Moment[]>([])
  let lastTag: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let flight: Promise<boolean> | null = null

  function take(answer: DraftSheet, sent: Moment) {
    sheets.value = new Map(sent.keys.flatMap((key, at) => (answer.items[at] ? [[key, answer.items[at]] as const] : [])))
    findings.value = answer.findings.map((sheet) => {
      const key = sheet.item === null ? null : (sent.keys[sheet.item] ?? null)
      return { id: idOf(sheet, key), key, sheet }
    })
    recordable.value = answer.recordable
  }

  async function load(): Promise<void> {
    loading.value = true
    try {
      const answer = await call('draft', { id })
      const moment = { draft: answer.draft, keys: freshKeys(answer.draft.items.length) }
      now.value = moment
      take(answer, moment)
      error.value = null
    } catch (thrown) {
      error.value = asApiError(thrown)
    }
    loading.value = false
  }

  async function send(): Promise<boolean> {
    clearTimeout(timer)
    const sent = now.value
    if (!sent) return false
    saving.value = 'saving'
    try {
      const answer = await call('save_draft', { id, draft: sent.draft })
      // What was typed since then stays; its own save is on the way.
      take(answer, sent)
      error.value = null
      saving.value = now.value === sent ? 'saved' : 'waiting'
      return true
    } catch (thrown) {
      error.value = asApiError(thrown)
      saving.value = 'failed'
      return false
    }
  }

  /** Saves at once what is not saved yet; true where nothing is left unsaved. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    for (;;) {
      while (flight) await flight
      if (saving.value === 'saved') return true
      // One save at a time: an older one must never arrive after a newer one.
      flight = send().finally(() => (flight = null))
      if (!(await flight)) return false
    }
  }

  function later() {
    saving.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), PAUSE)
  }

  function show(moment: Moment) {
    now.value = moment
    later()
  }

  /** Changes the draft. Edits with the same `tag` in a row are one step for undo. */
  function edit(change: (draft: Draft) => Draft, tag?: string) {
    const before = now.value
    if (!before) return
    const draft = change(before.draft)
    if (draft === before.draft) return
    if (tag === undefined || tag !== lastTag) past.value = [...past.value.slice(-99), before]
    lastTag = tag
    future.value = []
    show({ draft, keys: rekey(before, draft) })
  }

  function step(from: typeof past, to: typeof past): boolean {
    const moment = from.value.at(-1)
    const before = now.value
    if (!moment || !before) return false
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, before]
    lastTag = undefined
    show(moment)
    return true
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    if (saving.value === 'waiting' || saving.value === 'failed') void flush()
  })

  const order = computed(() => new Map((now.value?.keys ?? []).map((key, at) => [key, at])))

  return {
    id,
    loading,
    error,
    saving,
    recordable,
    draft: computed(() => now.value?.draft ?? null),
    /** The keys of the items, in their order. */
    keys: computed(() => now.value?.keys ?? []),
    sheets,
    /** The findings of items that are still there, each with its present place. */
    findings: computed(() =>
      findings.value.flatMap((found): Found[] => {
        if (found.key === null) return [found]
        const at = order.value.get(found.key)
        return at === undefined ? [] : [{ ...found, sheet: { ...found.sheet, item: at } }]
      }),
    ),
    /** The place of an item by its key; -1 where it is gone. */
    placeOf: (key: number | null) => (key === null ? -1 : (order.value.get(key) ?? -1)),
    load,
    edit,
    flush,
    undo: () => step(past, future),
    redo: () => step(future, past),
    canUndo: computed(() => past.value.length > 0),
  }
}

/** One draft as its screen works on it. */
export type DraftWork = ReturnType<typeof useDraft>
