// A roster's file on its way in: read once, its columns matched, asked again when the clerk changes anything.

import { computed, ref, shallowRef } from 'vue'

import { asApiError, call, contentOf, type ApiError, type RosterFile, type RosterFileSheet, type RosterLayout } from '@/bridge'

/** Whether enough columns are matched to know who is meant in which post. */
export function isMatched(layout: RosterLayout | null): boolean {
  const columns = layout?.columns ?? []
  return columns.includes('name') && (columns.includes('post') || columns.includes('unit_and_post'))
}

/** The layout that a file was recognised with. */
export function layoutOf(sheet: RosterFileSheet): RosterLayout {
  return { place: sheet.place, columns: sheet.columns.map((column) => column.holds) }
}

/** A file that the clerk chose, with how it was recognised. */
export function useRosterFile() {
  const file = shallowRef<RosterFile | null>(null)
  const sheet = shallowRef<RosterFileSheet | null>(null)
  const layout = shallowRef<RosterLayout | null>(null)
  const error = shallowRef<ApiError | null>(null)
  /** The clerk changed the columns, so that they are to be remembered. */
  const changed = ref(false)
  const matched = computed(() => isMatched(layout.value))

  function take(found: RosterFileSheet) {
    sheet.value = found
    layout.value = layoutOf(found)
  }

  async function choose(event: Event): Promise<boolean> {
    const input = event.target as HTMLInputElement
    const chosen = input.files?.[0]
    input.value = ''
    if (!chosen) return false
    changed.value = false
    try {
      const read = { name: chosen.name, content: await contentOf(chosen) }
      take(await call('roster_file', { file: read, place: null }))
      file.value = read
      error.value = null
      return true
    } catch (thrown) {
      error.value = asApiError(thrown)
      return false
    }
  }

  function match(next: RosterLayout) {
    layout.value = next
    changed.value = true
  }

  return { file, sheet, layout, error, changed, matched, take, choose, match }
}
