// Making and opening registers, and following the long work of making the sample.

import { ref, shallowRef } from 'vue'

import { asApiError, call, type ApiError, type Progress, type Status } from '@/bridge'

/** How often the program is asked how far it has come, in milliseconds. */
const ASK = 300

/** What can fail here, and the path that was wanted, for opening it read only instead. */
export interface Failure {
  error: ApiError
  path: string | null
}

/** Work that the start screen has under way: one at a time. */
export function useOpening(opened: (status: Status) => void) {
  const busy = ref<'open' | 'create' | 'sample' | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const progress = shallowRef<Progress | null>(null)
  const stopped = ref(false)
  let task: string | null = null

  async function attempt(what: NonNullable<typeof busy.value>, path: string | null, ask: () => Promise<Status>) {
    if (busy.value) return
    busy.value = what
    failure.value = null
    stopped.value = false
    try {
      opened(await ask())
    } catch (thrown) {
      if (!stopped.value) failure.value = { error: asApiError(thrown), path }
    }
    busy.value = null
  }

  async function follow(name: string) {
    while (task === name) {
      await new Promise((next) => setTimeout(next, ASK))
      if (task !== name) return
      progress.value = await call('progress', { task: name }).catch(() => progress.value)
    }
  }

  return {
    busy,
    failure,
    progress,
    stopped,
    open: (path: string, look = false) => attempt('open', path, () => call('open_register', { path: path.trim(), look })),
    create: (path: string, place: string, keeper: string) =>
      attempt('create', null, () => call('create_register', { path: path.trim(), place: place.trim(), keeper: keeper.trim() })),
    sample: (path: string) =>
      attempt('sample', null, async () => {
        const name = `sample-${Date.now()}`
        task = name
        progress.value = null
        void follow(name)
        try {
          return await call('create_sample', { path: path.trim(), task: name })
        } finally {
          task = null
        }
      }),
    stop: async () => {
      if (!task) return
      stopped.value = true
      await call('cancel', { task }).catch(() => undefined)
    },
  }
}
