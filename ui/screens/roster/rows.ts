// The roster as it is shown: the words of each cell, and how far each unit's cell runs over its people.

import type { RosterColumn, RosterRow } from '@/bridge'
import { dotted, say } from '@/text'

/** Every column, in the order in which they are offered. */
export const ALL_COLUMNS: RosterColumn[] = [
  'serial', 'organisation', 'title', 'name', 'gender', 'ethnicity', 'birth', 'since', 'order', 'probation_ends', 'note',
]

/** The columns unless the clerk says otherwise. */
export const USUAL_COLUMNS: RosterColumn[] = ['serial', 'organisation', 'title', 'name', 'gender', 'since', 'order', 'note']

/** The rows [from, to) over which one unit's cell runs. */
export interface Run {
  from: number
  to: number
  words: string
}

/** A cell a unit, over all its people that stand together. */
export function runsOf(rows: RosterRow[]): Run[] {
  const runs: Run[] = []
  rows.forEach((row, at) => {
    const last = runs.at(-1)
    const before = rows[at - 1]
    if (last && before && before.organisation_id === row.organisation_id && before.organisation === row.organisation) last.to = at + 1
    else runs.push({ from: at, to: at + 1, words: row.organisation ?? '' })
  })
  return runs
}

/** What stands in a cell: word for word what the program writes into the file. */
export function cellOf(row: RosterRow, column: RosterColumn, at: number): string {
  switch (column) {
    case 'serial':
      return String(at + 1)
    case 'organisation':
      return row.organisation ?? ''
    case 'title':
      return row.title
    case 'name':
      return row.name
    case 'gender':
      return row.gender ? say(`kit.gender.${row.gender}`) : ''
    case 'ethnicity':
      return row.ethnicity ?? ''
    case 'birth':
      return dotted(row.birth)
    case 'since':
      return dotted(row.since)
    case 'order':
      return row.order ?? ''
    case 'probation_ends':
      return dotted(row.probation_ends)
    case 'note':
      return noteOf(row)
  }
}

function noteOf(row: RosterRow): string {
  return [
    ...(row.concurrent ? [say('kit.concurrent')] : []),
    ...(row.acting ? [say('kit.acting')] : []),
    ...(row.secondment ? [say('kit.secondment')] : []),
    ...(row.probation_ends ? [say('roster.probation', { date: dotted(row.probation_ends) })] : []),
    ...(row.since ? [] : [say('roster.since-unknown')]),
  ].join('；')
}

/** A column one place earlier (`by` -1) or later (1); the list as it was at its ends. */
export function moved(columns: RosterColumn[], column: RosterColumn, by: -1 | 1): RosterColumn[] {
  const from = columns.indexOf(column)
  const to = from + by
  if (from < 0 || to < 0 || to >= columns.length) return columns
  const next = [...columns]
  next.splice(from, 1)
  next.splice(to, 0, column)
  return next
}

/** A column shown or not; one that comes takes its usual place. */
export function toggled(columns: RosterColumn[], column: RosterColumn): RosterColumn[] {
  if (columns.includes(column)) return columns.length > 1 ? columns.filter((one) => one !== column) : columns
  const usual = ALL_COLUMNS.indexOf(column)
  const at = columns.findIndex((one) => ALL_COLUMNS.indexOf(one) > usual)
  return at < 0 ? [...columns, column] : [...columns.slice(0, at), column, ...columns.slice(at)]
}

/** The columns kept from last time; the usual ones where what was kept makes no sense. */
export function columnsFrom(kept: string | null): RosterColumn[] {
  const named = (kept ?? '').split(',')
  const known = ALL_COLUMNS.filter((column) => named.includes(column))
  const ordered = named.flatMap((name) => known.find((column) => column === name) ?? [])
  return ordered.length > 0 ? [...new Set(ordered)] : [...USUAL_COLUMNS]
}
