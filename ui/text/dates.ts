// How dates are written and read. A date is ISO text in its precision (`2023-02-28`, `2023-02`, `2023`); what is
// not known is null and is never filled up.

const DIGITS: Record<string, string> = {
  '〇': '0', '○': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}

/** 2023.02.28, 2023.02, 2023: for tables. Empty for an unknown date. */
export function dotted(date: string | null | undefined): string {
  return date ? date.replaceAll('-', '.') : ''
}

/** 2023年2月28日, 2023年2月, 2023年: for sentences. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
}

/** 2023.02.28 14:05, in the time of this PC, from an RFC 3339 moment. */
export function moment(at: string): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  const two = (n: number) => String(n).padStart(2, '0')
  return (
    `${time.getFullYear()}.${two(time.getMonth() + 1)}.${two(time.getDate())} ` +
    `${two(time.getHours())}:${two(time.getMinutes())}`
  )
}

/** The day of a moment in the time of this PC, ISO; null where there is none. */
export function dayOf(at: string | null): string | null {
  return at === null ? null : moment(at).slice(0, 10).replaceAll('.', '-')
}

/** A year, with a month and a day where they are given, as ISO text; null where the calendar has no such date. */
export function isoDate(year: number, month?: number, day?: number): string | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return null
  const four = String(year).padStart(4, '0')
  if (month === undefined) return day === undefined ? four : null
  if (month < 1 || month > 12) return null
  const two = String(month).padStart(2, '0')
  if (day === undefined) return `${four}-${two}`
  if (day < 1 || day > new Date(year, month, 0).getDate()) return null
  return `${four}-${two}-${String(day).padStart(2, '0')}`
}

function arabic(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〇○零一二三四五六七八九十]+/g, (run) => chineseNumber(run))
}

function chineseNumber(run: string): string {
  const ten = run.indexOf('十')
  if (ten < 0) return Array.from(run, (sign) => DIGITS[sign] ?? sign).join('')
  const tens = ten === 0 ? 1 : Number(DIGITS[run[ten - 1] ?? ''] ?? 0)
  const ones = Number(DIGITS[run[ten + 1] ?? ''] ?? 0)
  return String(tens * 10 + ones)
}

/**
 * Reads a date as clerks type it: 198003, 19800305, 1980.3, 1980-3-5, 1980年3月5日, 二〇二三年二月.
 * Null where it is no date of the calendar between 1900 and 2200; an empty field is not asked here.
 */
export function readDate(typed: string): string | null {
  const text = arabic(typed.replace(/\s+/g, ''))
  const solid = /^(\d{4})(\d{2})?(\d{2})?$/.exec(text)
  if (solid) return isoDate(...numbers(solid))
  const split = /^(\d{4})(?:[年./\-．。—、](?:(\d{1,2})(?:[月./\-．。—、](?:(\d{1,2})[日号]?)?)?)?)?$/.exec(text)
  if (split) return isoDate(...numbers(split))
  return null
}

function numbers(found: RegExpExecArray): [number, number?, number?] {
  const part = (at: number) => (found[at] === undefined ? undefined : Number(found[at]))
  return [Number(found[1]), part(2), part(3)]
}
