/** What a page says about the cells of a grid. The grid itself knows no sheet: it shows texts and hands typed texts back. */

export type { GridKeyEventArgs as GridKey } from '@glideapps/glide-data-grid'

export interface GridColumnView {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
}

export interface GridCellView {
  readonly text: string
  /** What the editor begins with and what copying gives. */
  readonly editText?: string
  readonly editable?: boolean
  readonly align?: 'left' | 'right'
  readonly tone?: 'strong' | 'dim' | 'critical' | 'late'
  /** The value was not understood: a corner marks it. */
  readonly problem?: string
  /** Being computed by the server. */
  readonly pending?: boolean
  /** Somebody else changed it a moment ago. */
  readonly fresh?: boolean
  /** Place in the outline; `open` is null for a row with nothing below it. */
  readonly tree?: { readonly depth: number; readonly open: boolean | null }
  /** The editor offers these, by the text that is written. */
  readonly choices?: readonly string[]
  /** A row's number: a click selects the row. */
  readonly head?: boolean
}

export interface CellEdit {
  readonly column: number
  readonly row: number
  readonly text: string
}

/** A rectangle of cells and the active one in it. */
export interface GridRange {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const INDENT = 16
/** Pixels from the left edge of a cell to the triangle that folds. */
export const TREE_LEFT = 8
