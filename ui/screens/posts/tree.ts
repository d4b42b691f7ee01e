// The tree of units as rows: what stands below what, and what is folded away.

import type { OrganisationLine } from '@/bridge'

import { ordered } from './arranging'

/** A unit in its place in the tree. */
export interface Branch {
  unit: OrganisationLine
  /** Steps below the topmost unit that is shown. */
  depth: number
  /** Whether units stand below it. */
  parent: boolean
  folded: boolean
}

/** Units of the kinds wanted (all where none is named), without what is folded. A unit whose parent is not among
 * them stands at the top. */
export function branches(units: OrganisationLine[], folded: ReadonlySet<number>, kinds: string[] = []): Branch[] {
  const wanted = kinds.length === 0 ? units : units.filter((unit) => kinds.includes(unit.kind ?? ''))
  const known = new Set(wanted.map((unit) => unit.id))
  const below = new Map<number | null, OrganisationLine[]>()
  for (const unit of wanted) {
    const parent = unit.parent !== null && known.has(unit.parent) && unit.parent !== unit.id ? unit.parent : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const rows: Branch[] = []
  const seen = new Set<number>()
  const walk = (unit: OrganisationLine, depth: number) => {
    if (seen.has(unit.id)) return
    seen.add(unit.id)
    const children = below.get(unit.id) ?? []
    const shut = children.length > 0 && folded.has(unit.id)
    rows.push({ unit, depth, parent: children.length > 0, folded: shut })
    for (const child of children) {
      if (shut) skip(child)
      else walk(child, depth + 1)
    }
  }
  const skip = (unit: OrganisationLine) => {
    if (seen.has(unit.id)) return
    seen.add(unit.id)
    for (const child of below.get(unit.id) ?? []) skip(child)
  }
  for (const unit of below.get(null) ?? []) walk(unit, 0)
  // Units that name each other as parents hang from nothing; they are shown all the same.
  for (const unit of wanted) walk(unit, 0)
  return rows
}

/** Units with those under one parent in another order, by the parents whose order the clerk has changed. */
export function rearranged(units: OrganisationLine[], orders: ReadonlyMap<number | null, number[]>): OrganisationLine[] {
  const all = [...units]
  for (const [parent, order] of orders) {
    const places = all.flatMap((unit, at) => (unit.parent === parent ? [at] : []))
    const siblings = ordered(places.map((at) => all[at] as OrganisationLine), (unit) => unit.id, order)
    places.forEach((at, nth) => (all[at] = siblings[nth] as OrganisationLine))
  }
  return all
}

/** A unit and all that stands below it. */
export function withBelow(units: OrganisationLine[], id: number): number[] {
  const found = new Set([id])
  // Parents come before children, so one pass reaches every depth.
  for (const unit of units) if (unit.parent !== null && found.has(unit.parent)) found.add(unit.id)
  return [...found]
}
