// 核定, 实配, 空缺, 超配 in words with a sign: never by colour alone.

import { say } from '@/text'

/** How a post's seats stand. */
export interface Seats {
  state: 'full' | 'vacant' | 'over' | 'unknown'
  words: string
}

export function seatsOf(authorised: number | null, filled: number): Seats {
  if (authorised === null) return { state: 'unknown', words: say('posts.seats.unknown', { filled }) }
  const vacant = Math.max(0, authorised - filled)
  const over = Math.max(0, filled - authorised)
  if (over > 0) return { state: 'over', words: say('posts.seats.over', { authorised, filled, over }) }
  if (vacant > 0) return { state: 'vacant', words: say('posts.seats.vacant', { authorised, filled, vacant }) }
  return { state: 'full', words: say('posts.seats.full', { authorised, filled }) }
}

/** What was typed as a whole number not below nothing; null where the field is empty, undefined where it is no number. */
export function wholeNumber(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
