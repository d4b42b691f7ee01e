// What a registered item changed, in words.

import type { OrderItem } from '@/bridge'
import { dotted, say } from '@/text'

export function effectsOf(item: OrderItem): string[] {
  const { opened, closed, confirmed } = item
  const words: string[] = []
  if (opened?.end) words.push(say('orders.effect.opened-until', { end: dotted(opened.end) }))
  else if (opened) words.push(say(opened.ended ? 'orders.effect.opened' : 'orders.effect.opened-now'))
  if (closed?.start) words.push(say('orders.effect.closed', { start: dotted(closed.start) }))
  else if (closed) words.push(say('orders.effect.closed-unknown'))
  if (confirmed) words.push(say('orders.effect.confirmed'))
  return words.length > 0 ? words : [say('orders.effect.none')]
}

/** 试用期一年, 任期三年, 挂职 …: what qualifies an item. */
export function qualifiersOf(item: OrderItem): string[] {
  const months = (count: number, year: string, other: string) => (count % 12 === 0 ? year : other)
  return [
    ...(item.concurrent ? [say('kit.concurrent')] : []),
    ...(item.acting ? [say('kit.acting')] : []),
    ...(item.secondment ? [say('kit.secondment')] : []),
    ...(item.probation_months === null
      ? []
      : [item.probation_months === 12 ? say('kit.probation-year') : say('kit.probation', { months: item.probation_months })]),
    ...(item.term_months === null
      ? []
      : [months(item.term_months, say('kit.term-years', { years: item.term_months / 12 }), say('kit.term', { months: item.term_months }))]),
    ...(item.note ? [item.note] : []),
  ]
}

/** 任5 免8, and what neither opens nor closes; an effect that the order has not is left out. */
export function countsOf(order: { appoints: number; dismisses: number; items: number }): string {
  const others = order.items - order.appoints - order.dismisses
  return [
    ...(order.appoints > 0 ? [say('orders.appoints', { count: order.appoints })] : []),
    ...(order.dismisses > 0 ? [say('orders.dismisses', { count: order.dismisses })] : []),
    ...(others > 0 ? [say('orders.others', { count: others })] : []),
  ].join('　')
}
