// What an act would change, asked of the program whenever the act changes. The old answer stays in sight until the new
// one is there; a late answer to an old question is dropped.

import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import { asApiError, call, type ApiError, type PersonChanges, type PlanPersons, type Preview, type PreviewAnswer } from '@/bridge'

/** How long the clerk has to pause before it is asked, in milliseconds. */
const PAUSE = 120

/** An act that can be looked at before it is done. */
export type Act = Preview | PlanPersons

/** What it would change; of an act on persons also what goes from one to the other. */
export type Changes = PreviewAnswer & Partial<Pick<PersonChanges, 'goes' | 'differs'>>

/** What would change, as far as it has been asked. */
export interface Foreseen {
  answer: ShallowRef<Changes | null>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
}

/** Asks what `act` would change, now and whenever it is another; null asks nothing. */
export function usePreview(act: () => Act | null, on: () => unknown = () => null): Foreseen {
  const answer = shallowRef<Changes | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(false)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(asked: Act) {
    const mine = (turn += 1)
    try {
      const found = await ('plan' in asked ? call('plan_persons', asked) : call('preview', asked))
      if (mine !== turn) return
      answer.value = found
      error.value = null
    } catch (thrown) {
      if (mine !== turn) return
      answer.value = null
      error.value = asApiError(thrown)
    }
    loading.value = false
  }

  watch(
    [() => JSON.stringify(act()), on],
    () => {
      clearTimeout(timer)
      turn += 1
      const asked = act()
      loading.value = asked !== null
      if (asked === null) answer.value = error.value = null
      else timer = setTimeout(() => void ask(asked), PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { answer, error, loading }
}
