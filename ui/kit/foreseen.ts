// What an act would do, asked of the program whenever the act changes: the one mechanism behind every form that shows
// it. The old answer stays in sight until the new one is there. A question that is no longer wanted, since the act is
// another, is being done or is gone with its form, is given up, and whatever still comes of it is dropped.

import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import { asApiError, type ApiError } from '@/bridge'

/** How long the clerk has to pause before it is asked, in milliseconds. */
const PAUSE = 120

/** What would be done, as far as it has been asked. */
export interface Foreseen<T> {
  answer: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
}

/** When an act is asked after. */
export interface Asking {
  /** Asks again when this changes, though the act is the same. */
  on?: () => unknown
  /** While the act is being done nothing is asked, and what was answered stays in sight. */
  doing?: () => boolean
}

/** Asks what `act` would do, now and whenever it is another; null asks nothing. */
export function useForeseen<A, T>(
  act: () => A | null,
  ask: (act: A, wanted: AbortSignal) => Promise<T>,
  { on = () => null, doing = () => false }: Asking = {},
): Foreseen<T> {
  const answer = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let flight: AbortController | null = null

  function giveUp() {
    clearTimeout(timer)
    flight?.abort()
    flight = null
  }

  async function send(asked: A) {
    const mine = new AbortController()
    flight = mine
    try {
      const found = await ask(asked, mine.signal)
      if (mine !== flight) return
      answer.value = found
      error.value = null
    } catch (thrown) {
      if (mine !== flight) return
      answer.value = null
      error.value = asApiError(thrown)
    }
    flight = null
    loading.value = false
  }

  watch(
    [() => JSON.stringify(act()), on, doing],
    () => {
      giveUp()
      const asked = act()
      loading.value = asked !== null && !doing()
      if (doing()) return
      if (asked === null) answer.value = error.value = null
      else timer = setTimeout(() => void send(asked), PAUSE)
    },
    // At once: the act that was done must not find its own question still on the way.
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(giveUp)
  return { answer, error, loading }
}
