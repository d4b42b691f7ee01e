// What an act on orders or persons would change.

import { call, type PersonChanges, type PlanPersons, type Preview, type PreviewAnswer } from '@/bridge'
import { useForeseen, type Asking, type Foreseen } from '@/kit'

/** An act that can be looked at before it is done. */
export type Act = Preview | PlanPersons

/** What it would change; of an act on persons also what goes from one to the other. */
export type Changes = PreviewAnswer & Partial<Pick<PersonChanges, 'goes' | 'differs'>>

/** Asks what `act` would change, now and whenever it is another; null asks nothing. */
export function usePreview(act: () => Act | null, asking: Asking = {}): Foreseen<Changes> {
  return useForeseen<Act, Changes>(act, (asked, wanted) => ('plan' in asked ? call('plan_persons', asked, wanted) : call('preview', asked, wanted)), asking)
}
