/** Which links are drawn: all that touch the rows on the screen, or only the selection's where that would be a thicket. */
import { linksOf, type Link, type LinkKind } from '../plan/links'
import type { Outline, Row, RowId } from '../plan/rows'

export const MOST_ARROWS = 200

export interface Arrow {
  readonly id: string
  readonly from: RowId
  readonly to: RowId
  readonly kind: LinkKind
  readonly link: Link
}

/** Arrows by the links that they were made of, which stay the same objects while other cells of their row change. */
const made = new WeakMap<readonly Link[], { readonly to: RowId; readonly arrows: readonly Arrow[] }>()

/** Every link of the plan whose two rows are shown. */
export function arrowsOf(outline: Outline): Arrow[] {
  return outline.shown.flatMap(({ row }) => arrowsInto(row).filter((arrow) => outline.shownAt.has(arrow.from)))
}

function arrowsInto(row: Row): readonly Arrow[] {
  const links = linksOf(row)
  const known = made.get(links)
  if (known?.to === row.id) return known.arrows
  const arrows = links.map((link) => ({ id: `${link.row}-${row.id}-${link.kind}`, from: link.row, to: row.id, kind: link.kind, link }))
  made.set(links, { to: row.id, arrows })
  return arrows
}

/** `limited` says that there are too many, so that only the selection's are among `ids`. */
export interface ArrowChoice {
  readonly ids: ReadonlySet<string>
  readonly limited: boolean
}

/** `first` and `last` are indexes of shown rows. */
export function arrowsToDraw(
  arrows: readonly Arrow[],
  { shownAt }: Pick<Outline, 'shownAt'>,
  first: number,
  last: number,
  selected: ReadonlySet<RowId>,
  most = MOST_ARROWS,
): ArrowChoice {
  const onScreen = arrows.filter(({ from, to }) => {
    const [a, b] = [shownAt.get(from) ?? -1, shownAt.get(to) ?? -1]
    return Math.min(a, b) <= last && Math.max(a, b) >= first
  })
  const limited = onScreen.length > most
  const drawn = limited ? onScreen.filter(({ from, to }) => selected.has(from) || selected.has(to)) : onScreen
  return { ids: new Set(drawn.map((arrow) => arrow.id)), limited }
}
