// Registering a draft, or taking it off the desk. Each asks once more where something would be passed over.

import { computed, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'

import { asApiError, call, type ApiError } from '@/bridge'
import { announce } from '@/kit'
import { say } from '@/text'

import { changed, writable } from '../shell/state'
import { isOpen, type DraftWork } from './draft'
import { desk, refreshDesk } from './intake'
import { recordedSentence } from './sentences'

/** Registers one draft; `show` leads to a line that is in the way, `askWhy` to the reason of a correction. */
export function useRegistering(work: DraftWork, show: (line: string | null) => unknown, askWhy: () => unknown) {
  const router = useRouter()
  /** What the same key would do if it were pressed again. */
  const asked = ref<'record' | 'drop' | null>(null)
  const busy = ref(false)
  /** Whether a correction was to be recorded without its reason. */
  const reasonAsked = ref(false)
  const refused = shallowRef<ApiError | null>(null)

  const open = computed(() => work.findings.value.filter(isOpen))
  const settles = computed(() => open.value.filter((found) => found.sheet.weight === 'settle'))

  /** The draft's place among the others on the desk. */
  const place = computed(() => {
    const all = desk.value?.drafts ?? []
    const at = all.findIndex((line) => line.id === work.id)
    return { at, count: all.length, before: all[at - 1]?.id, after: at < 0 ? undefined : all[at + 1]?.id }
  })

  const turn = (to: number | null | undefined) => router.push(to === null || to === undefined ? '/enter' : `/enter/${to}`)

  async function attempt(act: () => Promise<void>) {
    if (busy.value || !work.draft.value || !writable.value) return
    busy.value = true
    refused.value = null
    try {
      await act()
    } catch (thrown) {
      refused.value = asApiError(thrown)
      asked.value = null
    }
    busy.value = false
  }

  const record = () =>
    attempt(async () => {
      // A date that is being typed becomes the draft's when its field is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const agreed = asked.value === 'record'
      if (!(await work.flush())) return
      const first = settles.value[0]
      if (first || !work.recordable.value) {
        announce(first ? say('enter.blocked', { count: settles.value.length }) : say('enter.blocked.order'), { weight: 'look' })
        await show(first?.id ?? open.value[0]?.id ?? null)
        asked.value = null
      } else if (work.draft.value?.correction?.why.trim() === '') {
        reasonAsked.value = true
        askWhy()
      } else if (open.value.length > 0 && !agreed) {
        asked.value = 'record'
      } else {
        const corrects = Boolean(work.draft.value?.correction)
        const recorded = await call('record_draft', { id: work.id })
        changed()
        await refreshDesk()
        // A correction was begun at its order, and ends there.
        await (corrects ? router.push(`/orders/${recorded.order_id}`) : turn(recorded.next))
        // Said last: whoever follows its link at once is not led elsewhere.
        announce(recordedSentence(recorded, corrects), { to: `/orders/${recorded.order_id}` })
      }
    })

  const drop = () =>
    attempt(async () => {
      if (asked.value !== 'drop') {
        asked.value = 'drop'
        return
      }
      const title = work.draft.value?.number?.text ?? work.draft.value?.title ?? say('enter.desk.no-title')
      const next = place.value.after ?? place.value.before
      desk.value = await call('drop_draft', { id: work.id })
      announce(say('enter.dropped', { title }))
      await turn(next)
    })

  return {
    asked,
    reasonAsked,
    busy,
    refused,
    open,
    place,
    record,
    drop,
    /** To another draft; false where there is none. */
    turn: (to: number | undefined) => (to === undefined ? false : turn(to)),
  }
}

/** What registering a draft needs and says. */
export type Registering = ReturnType<typeof useRegistering>
