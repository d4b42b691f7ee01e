// Dates in their precision as days on a scale: the first and the last day that each can mean.

/** Days since 1970-01-01. */
export type Day = number

const DAY = 86_400_000

function numbers(date: string): [number, number?, number?] {
  const [year, month, day] = date.split('-').map(Number)
  return [year ?? 0, month, day]
}

function dayOf(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / DAY)
}

/** The first day that a date can mean. */
export function earliest(date: string): Day {
  const [year, month, day] = numbers(date)
  return dayOf(year, month ?? 1, day ?? 1)
}

/** The last day that a date can mean. */
export function latest(date: string): Day {
  const [year, month, day] = numbers(date)
  if (month === undefined) return dayOf(year, 12, 31)
  // The day 0 of the next month is the last of this one.
  return day === undefined ? dayOf(year, month + 1, 0) : dayOf(year, month, day)
}

/** The year and month of a day. */
export function monthOf(day: Day): { year: number; month: number } {
  const date = new Date(day * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

/** The first day of a month; months beyond 12 run on into the next years. */
export function firstOf(year: number, month: number): Day {
  return dayOf(year, month, 1)
}

/** Whole months between two exact days; null where either is not exact. */
export function monthsBetween(from: string, to: string): number | null {
  const [y1, m1, d1] = numbers(from)
  const [y2, m2, d2] = numbers(to)
  if (m1 === undefined || m2 === undefined || d1 === undefined || d2 === undefined) return null
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}
