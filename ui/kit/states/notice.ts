// The one line at the foot of the window that says what has just been done.

import { shallowRef } from 'vue'

/** What was done, in a sentence, and where it leads. */
export interface Notice {
  sentence: string
  /** Where the sentence leads, a place of the window. */
  to?: string
  /** `look` where something could not be done. */
  weight: 'done' | 'look'
}

/** The sentence shown now. */
export const notice = shallowRef<Notice | null>(null)

/** Says a sentence until the next one, or until the clerk takes it away. */
export function announce(sentence: string, more: Partial<Omit<Notice, 'sentence'>> = {}): void {
  notice.value = { sentence, weight: 'done', ...more }
}
