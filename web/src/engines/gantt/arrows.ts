/** Which links are drawn: all that touch the rows on the screen, or only the selection's where that would be a thicket. */
import { linksOf, type Link, type LinkKind } from '../plan/links'
import type { Outline, RowId } from '../plan/rows'

export const MOST_ARROWS = 200

export interface Arrow {
  readonly id: string
  readonly from: RowId
  readonly to: RowId
  readonly kind: LinkKind
  readonly link: Link
}

/** Every link of the plan whose two rows are shown. */
export function arrowsOf(outline: Outline): Arrow[] {
  return outline.shown.flatMap(({ row }) =>
    linksOf(row)
      .filter((link) => outline.shownAt.has(link.row))
      .map((link) => ({ id: `${link.row}-${row.id}-${link.kind}`, from: link.row, to: row.id, kind: link.kind, link })),
  )
}

/** `first` and `last` are indexes of shown rows. */
export function arrowsToDraw(
  arrows: readonly Arrow[],
  outline: Outline,
  first: number,
  last: number,
  selected: ReadonlySet<RowId>,
  most = MOST_ARROWS,
): Set<string> {
  const onScreen = arrows.filter(({ from, to }) => {
    const [a, b] = [outline.shownAt.get(from) ?? -1, outline.shownAt.get(to) ?? -1]
    return Math.min(a, b) <= last && Math.max(a, b) >= first
  })
  const drawn = onScreen.length <= most ? onScreen : onScreen.filter(({ from, to }) => selected.has(from) || selected.has(to))
  return new Set(drawn.map((arrow) => arrow.id))
}
