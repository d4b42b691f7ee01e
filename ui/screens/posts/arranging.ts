// 排序: units or posts are put into another order by the mouse or by Alt with the arrows, and saved as one act. Until
// then nothing is recorded.

import { computed, ref, shallowRef } from 'vue'

import { asApiError, type ApiError } from '@/bridge'

/** The list with one of it in the place of another, those between moved up. */
export function placed<T>(list: readonly T[], one: T, to: T): T[] {
  const [from, at] = [list.indexOf(one), list.indexOf(to)]
  if (from < 0 || at < 0) return [...list]
  const rest = list.filter((other) => other !== one)
  rest.splice(at, 0, one)
  return rest
}

/** The list with one of it a place further up or down; as it is at its ends. */
export function stepped<T>(list: readonly T[], one: T, by: 1 | -1): T[] {
  const to = list[list.indexOf(one) + by]
  return to === undefined || !list.includes(one) ? [...list] : placed(list, one, to)
}

/** Rows by the order that the clerk has given them; rows that came since stand behind. */
export function ordered<T>(rows: readonly T[], idOf: (row: T) => number, order: readonly number[] | null): T[] {
  if (order === null) return [...rows]
  const place = (row: T) => {
    const at = order.indexOf(idOf(row))
    return at < 0 ? order.length : at
  }
  return [...rows].sort((a, b) => place(a) - place(b))
}

/** An order that the clerk is making; `record` saves one list of it. */
export function useArranging(record: (order: number[]) => Promise<unknown>) {
  /** New orders by the group that they stand in: the parent unit, or the one list of posts. */
  const orders = shallowRef<ReadonlyMap<number | null, number[]>>(new Map())
  const error = shallowRef<ApiError | null>(null)
  const saving = ref(false)

  function set(group: number | null, before: number[], after: number[]) {
    if (after.every((id, at) => id === before[at])) return false
    orders.value = new Map([...orders.value, [group, after]])
    return true
  }

  async function save(): Promise<boolean> {
    if (saving.value) return false
    saving.value = true
    error.value = null
    try {
      for (const [group, order] of orders.value) {
        await record(order)
        orders.value = new Map([...orders.value].filter(([other]) => other !== group))
      }
      return true
    } catch (thrown) {
      error.value = asApiError(thrown)
      return false
    } finally {
      saving.value = false
    }
  }

  return {
    orders,
    error,
    saving,
    changed: computed(() => orders.value.size > 0),
    /** Puts one in the place of another of its group. */
    place: (group: number | null, ids: number[], one: number, to: number) => set(group, ids, placed(ids, one, to)),
    /** Moves one of a group up or down. */
    step: (group: number | null, ids: number[], one: number, by: 1 | -1) => set(group, ids, stepped(ids, one, by)),
    save,
    drop: () => {
      orders.value = new Map()
      error.value = null
    },
  }
}
