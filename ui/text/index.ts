// Every visible word, by key. The sentences for findings and errors are the program's own catalogue, written once
// for every host; the rest stands in `zh-CN/` and `en/`, one file a part of the window.

import programEn from '@catalogue/en.json'
import programZh from '@catalogue/zh-CN.json'
import { computed, ref } from 'vue'

import type { ApiError } from '@/bridge'
import checkEn from './en/check.json'
import enterEn from './en/enter.json'
import journalEn from './en/journal.json'
import kitEn from './en/kit.json'
import ordersEn from './en/orders.json'
import peopleEn from './en/people.json'
import postsEn from './en/posts.json'
import reconcileEn from './en/reconcile.json'
import rosterEn from './en/roster.json'
import settingsEn from './en/settings.json'
import shellEn from './en/shell.json'
import startEn from './en/start.json'
import supersedeEn from './en/supersede.json'
import todayEn from './en/today.json'
import checkZh from './zh-CN/check.json'
import enterZh from './zh-CN/enter.json'
import journalZh from './zh-CN/journal.json'
import kitZh from './zh-CN/kit.json'
import ordersZh from './zh-CN/orders.json'
import peopleZh from './zh-CN/people.json'
import postsZh from './zh-CN/posts.json'
import reconcileZh from './zh-CN/reconcile.json'
import rosterZh from './zh-CN/roster.json'
import settingsZh from './zh-CN/settings.json'
import shellZh from './zh-CN/shell.json'
import startZh from './zh-CN/start.json'
import supersedeZh from './zh-CN/supersede.json'
import todayZh from './zh-CN/today.json'

import { dotted, inWords } from './dates'

export * from './dates'

export const chinese = {
  ...programZh,
  ...kitZh,
  ...shellZh,
  ...startZh,
  ...todayZh,
  ...enterZh,
  ...settingsZh,
  ...peopleZh,
  ...postsZh,
  ...ordersZh,
  ...rosterZh,
  ...reconcileZh,
  ...checkZh,
  ...supersedeZh,
  ...journalZh,
}

export const english = {
  ...programEn,
  ...kitEn,
  ...shellEn,
  ...startEn,
  ...todayEn,
  ...enterEn,
  ...settingsEn,
  ...peopleEn,
  ...postsEn,
  ...ordersEn,
  ...rosterEn,
  ...reconcileEn,
  ...checkEn,
  ...supersedeEn,
  ...journalEn,
}

/** A key of the catalogue. */
export type TextKey = keyof typeof chinese

/** The words that fill a sentence's `{places}`. */
export type Words = Record<string, string | number>

/** A language of the window. */
export type Language = 'zh-CN' | 'en'

const KEPT = 'renmian-language'

function kept(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

const chosen = ref<Language>(kept())
document.documentElement.lang = chosen.value

/** The language shown. */
export const language = computed<Language>({
  get: () => chosen.value,
  set: (wanted) => {
    chosen.value = wanted
    document.documentElement.lang = wanted
    localStorage.setItem(KEPT, wanted)
  },
})

/** A word that is itself a key of the catalogue (`word.number`) is said in the language of the sentence. */
function fill(sentence: string, words: Words, catalogue: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const word = String(words[name] ?? place)
    return word.startsWith('word.') ? (catalogue[word] ?? word) : word
  })
}

/** The words under a key, their places filled. */
export function say(key: TextKey, words: Words = {}): string {
  const catalogue = chosen.value === 'en' ? english : chinese
  return fill(catalogue[key], words, catalogue)
}

/** The words under a key that comes from the program, or null where the catalogue has none. */
export function sayIfKnown(key: string, words: Words = {}): string | null {
  const catalogue: Record<string, string> = chosen.value === 'en' ? english : chinese
  const sentence = catalogue[key]
  return sentence === undefined ? null : fill(sentence, words, catalogue)
}

/** The sentence for a refusal. A code that the catalogue lacks is still said, never hidden. */
export function sayError(error: ApiError): string {
  return sayIfKnown(`error.${error.code}`, error.words) ?? say('kit.error.unknown', { code: error.code })
}

/** A date as a sentence of the shown language writes it: 2023年2月28日, or 2023.02.28. */
export function inSentence(date: string): string {
  return chosen.value === 'en' ? dotted(date) : inWords(date)
}
