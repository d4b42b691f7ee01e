// What every list and page of the look-up screens does alike: a field that is reached by `/`, arrows from the field
// into the list, Esc back, and a query that stays in the address so that going back shows the same list.

import { onUnmounted, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { PaperLink, TenureLine } from '@/bridge'
import { useKeys, type KeyBinding } from '@/kit'
import { say, type TextKey } from '@/text'

const PAUSE = 70

/** What is typed, and what is asked of it once the clerk pauses. */
export interface Query {
  typed: Ref<string>
  asked: Ref<string>
}

/** A query kept in the address under `name`. */
export function useQuery(name = 'q'): Query {
  const route = useRoute()
  const router = useRouter()
  const first = typeof route.query[name] === 'string' ? route.query[name] : ''
  const typed = ref(first)
  const asked = ref(first.trim())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(typed, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      asked.value = now.trim()
      void router.replace({ query: { ...route.query, [name]: asked.value || undefined } })
    }, PAUSE)
  })
  onUnmounted(() => clearTimeout(timer))
  return { typed, asked }
}

/** Something that can take the keyboard. */
export type Focusable = { focus: () => void } | null

/** The keys of a list: `/` and Ctrl+F to its field. */
export function useFieldKeys(of: TextKey, field: Ref<Focusable>, more: KeyBinding[] = []): void {
  const focus = () => field.value?.focus()
  useKeys(() => say(of), [
    { key: '/', does: () => say('lookup.keys.field'), run: focus },
    { key: 'Ctrl+F', does: null, run: focus },
    { key: 'Alt+ArrowLeft', does: null, run: () => history.back() },
    ...more,
  ])
}

/** The keys of a page: Esc and Alt+← lead back to where the clerk came from. */
export function usePageKeys(of: TextKey, more: KeyBinding[] = []): void {
  const router = useRouter()
  useKeys(() => say(of), [
    { key: 'Escape', does: () => say('lookup.keys.back'), run: () => router.back() },
    { key: 'Alt+ArrowLeft', does: null, run: () => router.back() },
    ...more,
  ])
}

/** The keys to the two papers of the tenure that is pointed at: 任 by, 免 by. */
export function paperKeys(
  tenure: () => TenureLine | undefined,
  go: (place: { path: string; query: { item: number } }) => unknown,
): KeyBinding[] {
  const to = (paper: PaperLink | null | undefined) =>
    paper ? go({ path: `/orders/${paper.order_id}`, query: { item: paper.position } }) : false
  return [
    { key: 'R', does: () => say('lookup.keys.start-paper'), run: () => to(tenure()?.start_order) },
    { key: 'M', does: () => say('lookup.keys.end-paper'), run: () => to(tenure()?.end_order) },
  ]
}
