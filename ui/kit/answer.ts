// Asking the program from a screen: the old answer stays until the new one is there, a late answer to an old
// question is dropped, and a failure is kept beside what was shown before.

import { ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'

import { asApiError, type ApiError } from '@/bridge'

/** What a screen asked, as far as it has come. */
export interface Answer<T> {
  answer: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
  /** Asks again; resolves when this or a later question is answered. */
  reload: () => Promise<void>
}

/** Asks at once and whenever one of `on` changes. */
export function useAnswer<T>(ask: () => Promise<T>, on: WatchSource[] = []): Answer<T> {
  const answer = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = (turn += 1)
    loading.value = true
    try {
      const found = await ask()
      if (mine !== turn) return
      answer.value = found
      error.value = null
    } catch (thrown) {
      if (mine !== turn) return
      error.value = asApiError(thrown)
    }
    loading.value = false
  }

  watch(on, reload, { immediate: true })
  return { answer, error, loading, reload }
}
