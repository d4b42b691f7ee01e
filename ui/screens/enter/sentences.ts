// The words of this screen that depend on what was read: effects, qualifiers, remedies, what was recorded.

import type { Effect, FindingSheet, Item, PersonCard, Recorded, Remedy } from '@/bridge'
import { dotted, say, sayIfKnown, type TextKey } from '@/text'

/** What an item will do once the order is registered. */
export function effectWords(effect: Effect): string {
  switch (effect.does) {
    case 'opens':
      return say('enter.effect.opens')
    case 'closes':
      return effect.since ? say('enter.effect.closes', { since: ` ${dotted(effect.since)} ` }) : say('enter.effect.closes-null')
    case 'closes_unknown':
      return say('enter.effect.closes-unknown')
    case 'confirms':
      return effect.since ? say('enter.effect.confirms', { since: ` ${dotted(effect.since)} ` }) : say('enter.effect.confirms-null')
    case 'nothing':
      return say('enter.effect.nothing')
  }
}

function span(months: number, year: TextKey, many: TextKey): string {
  return months % 12 === 0 ? say(year, { years: months / 12 }) : say(many, { months })
}

/** What qualifies an item, a few characters each. */
export function qualifiers(item: Item): string[] {
  return [
    item.concurrent ? say('kit.concurrent') : '',
    item.acting ? say('kit.acting') : '',
    item.secondment ? say('kit.secondment') : '',
    item.probation_months === null
      ? ''
      : item.probation_months === 12
        ? say('kit.probation-year')
        : say('kit.probation', { months: item.probation_months }),
    item.term_months === null ? '' : span(item.term_months, 'kit.term-years', 'kit.term'),
  ].filter((words) => words !== '')
}

/** A person with what tells them apart: 女，1975.03，县卫生健康局副局长. */
export function cardWords(card: PersonCard): string {
  const posts = card.posts.join('、')
  return [
    card.gender ? say(`kit.gender.${card.gender}`) : '',
    card.ethnicity ?? '',
    dotted(card.birth),
    posts && card.former ? say('enter.former', { posts }) : posts,
    card.note ?? '',
  ]
    .filter((words) => words !== '')
    .join('，')
}

const HEAD: Record<string, TextKey> = {
  number: 'enter.number',
  title: 'enter.doc-title',
  issuer: 'enter.issuer',
  issued_on: 'enter.issued-on',
  decided_by: 'enter.decided-by',
  decided_on: 'enter.decided-on',
}

/** What a remedy will do. */
export function remedyWords(remedy: Remedy): string {
  switch (remedy.do) {
    case 'take_person':
      return `${remedy.person.name}（${cardWords(remedy.person) || `№${remedy.person.id}`}）`
    case 'take_organisation':
      return say('enter.remedy.take_organisation', { name: remedy.name })
    case 'take_post':
      return say('enter.remedy.take_post', { title: remedy.title })
    case 'set_head': {
      const field = HEAD[remedy.field]
      return say('enter.remedy.set_head', { field: field ? say(field) : remedy.field })
    }
    default:
      return say(`enter.remedy.${remedy.do}`)
  }
}

/** The sentence of a finding. */
export function findingWords(finding: Pick<FindingSheet, 'code' | 'data'>): string {
  return sayIfKnown(`finding.${finding.code}`, finding.data) ?? finding.code
}

/** The one sentence on what was recorded: 已登记 青政人〔2023〕1号：任8人8职，免14职；3人始任时间待补. */
export function recordedSentence(recorded: Recorded, corrects = false): string {
  const done = [
    recorded.appoints > 0 ? say('enter.recorded.appoints', { persons: recorded.appointed_persons, posts: recorded.appoints }) : '',
    recorded.dismisses > 0 ? say('enter.recorded.dismisses', { posts: recorded.dismisses }) : '',
  ]
    .filter((words) => words !== '')
    .join('，')
  const what = [
    done || say('enter.recorded.nothing'),
    recorded.unknown_starts > 0 ? say('enter.recorded.unknown', { count: recorded.unknown_starts }) : '',
  ]
    .filter((words) => words !== '')
    .join('；')
  return say(corrects ? 'enter.corrected' : 'enter.recorded', { number: recorded.number ?? say('enter.no-number'), what })
}
