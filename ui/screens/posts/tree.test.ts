import { describe, expect, it } from 'vitest'

import { organisationLine } from '@/tests/fixtures/lookup'

import { branches, rearranged, withBelow } from './tree'

const unit = (id: number, parent: number | null, kind = '政府部门') => organisationLine({ id, parent, kind, name: `单位${id}` })
const units = [unit(1, null, '政府机关'), unit(2, 1), unit(3, 2, '事业单位'), unit(4, 1), unit(5, null, '党委部门')]
const shown = (rows: ReturnType<typeof branches>) => rows.map((row) => `${'-'.repeat(row.depth)}${row.unit.id}`)

describe('the tree of units', () => {
  it('keeps the standing order and steps in below each parent', () => {
    expect(shown(branches(units, new Set()))).toEqual(['1', '-2', '--3', '-4', '5'])
  })

  it('folds away all that stands below', () => {
    const rows = branches(units, new Set([1]))
    expect(shown(rows)).toEqual(['1', '5'])
    expect(rows[0]).toMatchObject({ parent: true, folded: true })
  })

  it('brings a unit to the top where its parent is not shown', () => {
    expect(shown(branches(units, new Set(), ['事业单位', '党委部门']))).toEqual(['3', '5'])
    expect(shown(branches([unit(9, 77)], new Set()))).toEqual(['9'])
  })

  it('shows units that name each other as parents, and ends', () => {
    expect(branches([unit(1, 2), unit(2, 1), unit(3, 3)], new Set()).map((row) => row.unit.id)).toEqual([3, 1, 2])
  })

  it('shows units of one parent in the order that the clerk gives them, each with what stands below it', () => {
    expect(shown(branches(rearranged(units, new Map([[1, [4, 2]]])), new Set()))).toEqual(['1', '-4', '-2', '--3', '5'])
    expect(shown(branches(rearranged(units, new Map([[null, [5, 1]]])), new Set()))).toEqual(['5', '1', '-2', '--3', '-4'])
  })

  it('takes a unit together with everything below it', () => {
    expect(withBelow(units, 1).sort()).toEqual([1, 2, 3, 4])
    expect(withBelow(units, 5)).toEqual([5])
  })
})
