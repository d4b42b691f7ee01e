// What a clerk's act does to a draft: pure functions from a draft to a draft. Nothing here is saved or shown.
// Items that do not change stay the same objects, by which the screen knows them again.

import type { Draft, DraftItem, Finding, FindingMark, FindingSheet, Item, Remedy, Span } from '@/bridge'

/** A finding as far as a mark names it. */
type Marked = Pick<FindingSheet, 'code' | 'item' | 'source'>

const BY_NAME = { take: 'by_name' } as const

function onItems(draft: Draft, which: (item: DraftItem, at: number) => boolean, change: (item: DraftItem) => DraftItem): Draft {
  return { ...draft, items: draft.items.map((item, at) => (which(item, at) ? change(item) : item)) }
}

function sameSpan(a: Span | null, b: Span | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end)
}

function sameMark(a: Marked, b: Marked): boolean {
  return a.code === b.code && a.item === b.item && sameSpan(a.source, b.source)
}

/** Takes a person of the register, or a new one, for every item that prints the same name as item `at`. */
export function takePerson(draft: Draft, at: number, person: DraftItem['person']): Draft {
  const name = draft.items[at]?.item.person.name
  return onItems(draft, (other) => other.item.person.name === name, (other) => ({ ...other, person }))
}

/** Takes a unit of the register, or a new one, for every item that prints the same unit as item `at`. */
export function takeOrganisation(draft: Draft, at: number, organisation: DraftItem['organisation']): Draft {
  const printed = draft.items[at]?.item.post.organisation
  return onItems(draft, (other) => other.item.post.organisation === printed, (other) => ({ ...other, organisation }))
}

/** Takes a post of the register, or a new one, for every item that prints the same unit and title as item `at`. */
export function takePost(draft: Draft, at: number, post: DraftItem['post']): Draft {
  const printed = draft.items[at]?.item.post
  return onItems(
    draft,
    ({ item }) => item.post.organisation === printed?.organisation && item.post.title === printed?.title,
    (other) => ({ ...other, post }),
  )
}

/** Lets a finding stand as it is. */
export function letStand(draft: Draft, finding: Marked): Draft {
  const mark: FindingMark = { code: finding.code, item: finding.item, source: finding.source }
  if (draft.accepted.some((other) => sameMark(other, mark))) return draft
  return { ...draft, accepted: [...draft.accepted, mark] }
}

/** Takes back that a finding was let stand. */
export function reopen(draft: Draft, finding: Marked): Draft {
  return { ...draft, accepted: draft.accepted.filter((mark) => !sameMark(mark, finding)) }
}

/** Takes items out; what spoke of them goes with them, and what spoke of later ones speaks of their new places. */
export function removeItems(draft: Draft, gone: number[]): Draft {
  const out = new Set(gone)
  const moved = (at: number) => at - gone.filter((other) => other < at).length
  const keep = <T extends { item: number | null }>(rows: T[]): T[] =>
    rows
      .filter((row) => row.item === null || !out.has(row.item))
      .map((row) => (row.item === null ? row : { ...row, item: moved(row.item) }))
  return {
    ...draft,
    items: draft.items.filter((_, at) => !out.has(at)),
    reading_findings: keep<Finding>(draft.reading_findings),
    accepted: keep<FindingMark>(draft.accepted),
  }
}

/** Marks the clause of a finding as no appointment: the finding stands, the items read from that clause go. */
export function notAppointment(draft: Draft, finding: Marked): Draft {
  const clause = finding.source ?? (finding.item === null ? null : (draft.items[finding.item]?.item.source ?? null))
  const marked = letStand(draft, { ...finding, item: null, source: clause })
  const kept = finding.item === null ? letStand(marked, finding) : marked
  if (finding.item === null) return kept
  const gone = kept.items.flatMap(({ item }, at) => (sameSpan(item.source, clause) || at === finding.item ? [at] : []))
  return removeItems(kept, gone)
}

/** Marks the whole clause of item `at` as no appointment: all items read from it go. */
export function clauseNotAppointment(draft: Draft, at: number): Draft {
  const clause = draft.items[at]?.item.source ?? null
  const gone = draft.items.flatMap(({ item }, other) => (sameSpan(item.source, clause) ? [other] : []))
  return removeItems(draft, gone)
}

/** The verbs of a clause, the ones that end something first, since 免去其…职务 may follow 任. */
const VERBS: [RegExp, Item['kind']][] = [
  [/接受.*辞/, 'accept_resignation'],
  [/撤销|罢免|撤职/, 'remove'],
  [/转正|试用期满/, 'confirm'],
  [/免去|免职|解聘|不再|免/, 'dismiss'],
  [/当选|选举|补选/, 'elect'],
  [/提名/, 'nominate'],
]

/** An empty item for a place of the text, its kind guessed from the words there. */
export function blankItem(draft: Draft, source: Span): DraftItem {
  const words = Array.from(draft.text).slice(source.start, source.end).join('')
  const kind = VERBS.find(([verb]) => verb.test(words))?.[1] ?? 'appoint'
  return {
    item: {
      person: { name: '', gender: null, ethnicity: null },
      kind,
      post: { organisation: null, title: '' },
      concurrent: false,
      acting: false,
      secondment: false,
      probation_months: null,
      term_months: null,
      effective_on: null,
      note: null,
      certain: true,
      basis: null,
      source,
    },
    person: BY_NAME,
    organisation: BY_NAME,
    post: BY_NAME,
    held_since: null,
    edited: true,
  }
}

/** Adds an item at its place in the order of the text. Answers the draft and the item's place. */
export function addItem(draft: Draft, added: DraftItem): { draft: Draft; at: number } {
  const later = draft.items.findIndex(({ item }) => item.source.start > added.item.source.start)
  const at = later < 0 ? draft.items.length : later
  const shift = <T extends { item: number | null }>(rows: T[]): T[] =>
    rows.map((row) => (row.item !== null && row.item >= at ? { ...row, item: row.item + 1 } : row))
  return {
    at,
    draft: {
      ...draft,
      items: [...draft.items.slice(0, at), added, ...draft.items.slice(at)],
      reading_findings: shift<Finding>(draft.reading_findings),
      accepted: shift<FindingMark>(draft.accepted),
    },
  }
}

/** What a clerk can change of an item. */
export type ItemChange = Partial<Omit<Item, 'person' | 'post' | 'source'>> & {
  name?: string
  gender?: Item['person']['gender']
  ethnicity?: string | null
  organisation?: string | null
  title?: string
  heldSince?: string | null
}

/** Changes fields of item `at`. A name written anew is looked up anew. */
export function changeItem(draft: Draft, at: number, change: ItemChange): Draft {
  const { name, gender, ethnicity, organisation, title, heldSince, ...fields } = change
  return onItems(
    draft,
    (_, other) => other === at,
    (old) => ({
      item: {
        ...old.item,
        ...fields,
        person: {
          name: name ?? old.item.person.name,
          gender: gender === undefined ? old.item.person.gender : gender,
          ethnicity: ethnicity === undefined ? old.item.person.ethnicity : ethnicity,
        },
        post: {
          organisation: organisation === undefined ? old.item.post.organisation : organisation,
          title: title ?? old.item.post.title,
        },
      },
      person: name === undefined ? old.person : BY_NAME,
      organisation: organisation === undefined ? old.organisation : BY_NAME,
      post: title === undefined && organisation === undefined ? old.post : BY_NAME,
      held_since: heldSince === undefined ? old.held_since : heldSince,
      edited: true,
    }),
  )
}

/** A document number as typed: its three parts where it has the usual form, its text in any case. */
export function readNumber(typed: string): Draft['number'] {
  const text = typed.replace(/\s+/g, '')
  if (text === '') return null
  const found = /^(.+?)[〔[【（(［]((?:19|20|21)\d{2})[〕\]】）)］]第?(\d+)号$/.exec(text)
  if (!found) return { text, code: null, year: null, serial: null }
  const [, code = '', year, serial] = found
  return { text: `${code}〔${year}〕${Number(serial)}号`, code, year: Number(year), serial: Number(serial) }
}

/** Says why the entry in whose place the paper comes is wrong. */
export function changeWhy(draft: Draft, why: string): Draft {
  return draft.correction ? { ...draft, correction: { ...draft.correction, why } } : draft
}

/** The fields of a paper's head. */
export type HeadField = 'number' | 'title' | 'issuer' | 'issued_on' | 'decided_by' | 'decided_on'

/** Changes a field of the head; an empty one becomes unknown. */
export function changeHead(draft: Draft, field: HeadField, value: string | null): Draft {
  const text = value?.trim() || null
  if (field === 'number') return { ...draft, number: text === null ? null : readNumber(text) }
  return { ...draft, [field]: text }
}

/**
 * Applies a remedy that needs nothing more from the clerk. Null for those that first ask for something
 * (`held_since`, `set_day`, `set_head`, `add_item`) or lead elsewhere (`open_order`).
 */
export function applyRemedy(draft: Draft, finding: Marked, remedy: Remedy): Draft | null {
  const at = finding.item
  switch (remedy.do) {
    case 'take_person':
      return at === null ? null : takePerson(draft, at, { take: 'known', id: remedy.person.id })
    case 'new_person':
      return at === null ? null : takePerson(draft, at, { take: 'new' })
    case 'take_organisation':
      return at === null ? null : takeOrganisation(draft, at, { take: 'known', id: remedy.id })
    case 'new_organisation':
      return at === null ? null : takeOrganisation(draft, at, { take: 'new' })
    case 'take_post':
      return at === null ? null : takePost(draft, at, { take: 'known', id: remedy.id })
    case 'new_post':
      return at === null ? null : takePost(draft, at, { take: 'new' })
    case 'mark_concurrent':
      return at === null ? null : changeItem(draft, at, { concurrent: true })
    case 'remove_item':
      return at === null ? null : removeItems(draft, [at])
    case 'not_appointment':
      return notAppointment(draft, finding)
    case 'let_stand':
      return letStand(draft, finding)
    case 'held_since':
    case 'set_day':
    case 'set_head':
    case 'add_item':
    case 'open_order':
      return null
  }
}
