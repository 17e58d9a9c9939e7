/** The places that somebody sees, put under those on the way to them. */
import type { Seen } from '~/client/people'

export interface Place {
  readonly id: number
  readonly name: string
  readonly kind: string
  /** Missing where one only passes through. */
  seen?: Seen
  readonly below: Place[]
}

export function placesOf(items: readonly Seen[]): readonly Place[] {
  const known = new Map<number, Place>()
  const tops: Place[] = []
  for (const item of items) {
    let above: Place | undefined
    for (const step of item.path) {
      let place = known.get(step.id)
      if (!place) {
        place = { id: step.id, name: step.name, kind: step.kind, below: [] }
        known.set(step.id, place)
        ;(above?.below ?? tops).push(place)
      }
      above = place
    }
    if (above) above.seen = item
  }
  return tops
}
