// Where a hit of the search leads.

import type { HitTarget } from '@/bridge'

export function placeOf(target: HitTarget): string {
  switch (target.kind) {
    case 'person':
      return `/people/${target.id}`
    case 'organisation':
      return `/posts/unit/${target.id}`
    case 'post':
      return `/posts/${target.id}`
    case 'order':
      return `/orders/${target.id}`
    case 'draft':
      return `/enter/${target.id}`
  }
}
