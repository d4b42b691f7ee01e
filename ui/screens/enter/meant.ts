// Who or what of the register a printed name means, where the clerk says so without having been asked.

import { call, type Choice, type Draft, type Hit } from '@/bridge'

import { takeOrganisation, takePerson, takePost } from './apply'

/** What of an item can mean something of the register. */
export type Meant = 'person' | 'organisation' | 'post'

/** One of the register that may be meant. */
export interface Candidate {
  id: number
  title: string
  detail: string
}

/** Takes the clerk's choice for every item that prints the same. */
export function takeMeant(draft: Draft, at: number, what: Meant, choice: Choice<number>): Draft {
  switch (what) {
    case 'person':
      return takePerson(draft, at, choice)
    case 'organisation':
      return takeOrganisation(draft, at, choice)
    case 'post':
      return takePost(draft, at, choice)
  }
}

function ofKind(hits: Hit[], kind: 'person' | 'organisation'): Candidate[] {
  return hits.filter((hit) => hit.target.kind === kind).map((hit) => ({ id: hit.target.id, title: hit.title, detail: hit.detail }))
}

/**
 * What of the register may be meant by `words`. Posts are those of the unit `organisation`, since a post of another
 * one would contradict the item; without a known unit there are none.
 */
export async function candidates(what: Meant, words: string, organisation: number | null): Promise<Candidate[]> {
  if (what !== 'post') {
    return words === '' ? [] : ofKind((await call('search', { query: words, limit: 8, at: { on: null, known_at: null } })).hits, what)
  }
  if (organisation === null) return []
  const unit = await call('organisation', { id: organisation, at: { on: null, known_at: null } })
  return unit.posts
    .filter((post) => post.title.includes(words))
    .map((post) => ({ id: post.id, title: post.title, detail: post.holders.filter((one) => !one.ended).map((one) => one.name).join('、') }))
}
