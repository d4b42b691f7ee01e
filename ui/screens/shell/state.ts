// What all screens share: which register is open, and the two kinds of time under which the look-up screens ask.

import { computed, reactive, ref, shallowRef } from 'vue'

import { asApiError, call, type ApiError, type At, type Status } from '@/bridge'

/** What the program has open; null until it was asked. */
export const status = shallowRef<Status | null>(null)

/** Why the program could not be asked. */
export const unreachable = shallowRef<ApiError | null>(null)

/** The register that is open. */
export const register = computed(() => status.value?.register ?? null)

/** Today by the clock of the PC on which the program runs, ISO. */
export const today = computed(() => status.value?.today ?? null)

/** 截至 and 按…时的台账, as set in the bar at the top. Look-up screens pass it on and ask again when it changes. */
export const at = reactive<At>({ on: null, known_at: null })

/** Whether the window shows another day or an earlier state of the register than those of now. */
export const away = computed(() => at.on !== null || at.known_at !== null)

/** Why nothing is entered: another window writes the register, or the past is being looked at. Null where it can be. */
export const heldBack = computed<'read-only' | 'away' | null>(() => {
  if (!register.value?.writable) return 'read-only'
  return away.value ? 'away' : null
})

/** Whether the register can be written from this window now. */
export const writable = computed(() => heldBack.value === null)

/** Back to today and to the register as it stands. */
export function backToNow(): void {
  at.on = null
  at.known_at = null
}

/** `at` as a plain value for a request; a source to watch. */
export const asked = computed<At>(() => ({ on: at.on, known_at: at.known_at }))

/** Counts what was recorded or described, so that screens know that what they show is old. */
export const changes = ref(0)

/** Asks the program what it has open. */
export async function refreshStatus(): Promise<void> {
  try {
    status.value = await call('status', {})
    unreachable.value = null
  } catch (thrown) {
    unreachable.value = asApiError(thrown)
  }
}

/** Takes the answer of a command that opened, made or closed a register. */
export function takeStatus(answer: Status): void {
  status.value = answer
  backToNow()
  changes.value += 1
}

/** Says that the register has changed. */
export function changed(): void {
  changes.value += 1
  void refreshStatus()
}
