import { describe, expect, it } from 'vitest'

import { roster, rosterRow } from '@/tests/fixtures/lookup'

import { cellOf, columnsFrom, moved, runsOf, toggled, USUAL_COLUMNS } from './rows'

describe('the roster as shown', () => {
  it('runs a unit’s cell over its people, and only where they stand together', () => {
    const rows = [...roster().rows, rosterRow()]
    expect(runsOf(rows).map((run) => [run.from, run.to, run.words])).toEqual([
      [0, 2, '青云县财政局'],
      [2, 3, '青云县审计局'],
      [3, 4, '青云县财政局'],
    ])
    expect(runsOf([])).toEqual([])
  })

  it('notes where the start is not known, and leaves what is not recorded blank', () => {
    const row = rosterRow({ since: null, order: null, gender: null, birth: '1978' })
    expect(cellOf(row, 'since', 0)).toBe('')
    expect(cellOf(row, 'note', 0)).toBe('任现职时间不详')
    expect(cellOf(row, 'order', 0)).toBe('')
    expect(cellOf(row, 'gender', 0)).toBe('')
    expect(cellOf(row, 'birth', 0)).toBe('1978')
    expect(cellOf(row, 'serial', 6)).toBe('7')
  })

  it('notes what qualifies a holder', () => {
    expect(cellOf(rosterRow({ concurrent: true, probation_ends: '2024-02-27' }), 'note', 0)).toBe('兼；试用期至2024.02.27')
    expect(cellOf(rosterRow(), 'note', 0)).toBe('')
  })
})

describe('its columns', () => {
  it('move one place at a time and stay at the ends', () => {
    expect(moved(['serial', 'title', 'name'], 'name', -1)).toEqual(['serial', 'name', 'title'])
    expect(moved(['serial', 'title', 'name'], 'name', 1)).toEqual(['serial', 'title', 'name'])
    expect(moved(['serial', 'title'], 'birth', 1)).toEqual(['serial', 'title'])
  })

  it('come in their usual place, and the last one stays', () => {
    expect(toggled(['name', 'since'], 'birth')).toEqual(['name', 'birth', 'since'])
    expect(toggled(['name', 'birth'], 'birth')).toEqual(['name'])
    expect(toggled(['name'], 'name')).toEqual(['name'])
    expect(toggled(['name'], 'note')).toEqual(['name', 'note'])
  })

  it('are kept from last time, whatever was kept', () => {
    expect(columnsFrom('name,title,name,nonsense')).toEqual(['name', 'title'])
    expect(columnsFrom(null)).toEqual(USUAL_COLUMNS)
    expect(columnsFrom('')).toEqual(USUAL_COLUMNS)
  })
})
