/** What a page says about the cells of a grid. The grid itself knows no sheet: it shows texts and hands typed texts back. */

export type { GridKeyEventArgs as GridKey } from '@glideapps/glide-data-grid'

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export interface Mark {
  readonly shape: 'circle' | 'triangle' | 'octagon' | 'dash' | 'up' | 'double up' | 'right' | 'down' | 'pie' | 'flag'
  readonly tone: Tone
  /** How much of a pie is full, from 0 to 1. */
  readonly part?: number
}

export interface PickOption {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly note?: string
  readonly tone?: Tone
}

/** How a cell is edited when a line of text is not enough. */
export type EditorSpec =
  | { readonly kind: 'lines' }
  | {
      readonly kind: 'pick'
      readonly many: boolean
      readonly chosen: readonly PickOption[]
      /** What fits the typed text; a promise where the server is asked. */
      readonly find: (typed: string) => readonly PickOption[] | Promise<readonly PickOption[]>
      readonly nothing: string
    }
  | {
      readonly kind: 'date'
      readonly day: string | null
      readonly read: (text: string) => string | null
      readonly write: (day: string) => string
      readonly locale: string
    }

export interface GridColumnView {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
}

export interface GridCellView {
  readonly text: string
  /** The row that it stands in, null for the line of a new one: what is typed goes there, wherever it stands by then. */
  readonly row?: string | null
  /** What the editor begins with and what copying gives. */
  readonly editText?: string
  readonly editable?: boolean
  readonly align?: 'left' | 'right'
  readonly tone?: 'strong' | 'dim' | 'critical' | 'late' | Tone
  /** A soft colour behind the text. */
  readonly fill?: Tone
  /** The text as pills, each in its colour. */
  readonly badges?: readonly { readonly text: string; readonly tone?: Tone }[]
  /** A shape before the text: state is never colour alone. */
  readonly mark?: Mark
  /** A box that a click or Space ticks. */
  readonly check?: boolean
  /** The text leads somewhere. */
  readonly leads?: boolean
  /** Not loaded yet: a grey bar stands in its place. */
  readonly skeleton?: boolean
  /** There is something to read beside the row: a dot says so. */
  readonly noted?: boolean
  /** A heading between rows. */
  readonly heading?: boolean
  /** The value was not understood: a corner marks it. */
  readonly problem?: string
  /** Something is missing or should be looked at: another corner marks it. */
  readonly advice?: boolean
  /** Being computed by the server. */
  readonly pending?: boolean
  /** Somebody else changed it a moment ago. */
  readonly fresh?: boolean
  /** Place in the outline; `open` is null for a row with nothing below it. */
  readonly tree?: { readonly depth: number; readonly open: boolean | null }
  /** The editor offers these, by the text that is written. */
  readonly choices?: readonly string[]
  /** An editor of its own instead of the line of text; asked for when it opens. */
  readonly editor?: () => EditorSpec | undefined
  /** What the cell holds, where a text cannot say it: what filling and copying within the page hands on. */
  readonly value?: unknown
  /** A row's number: a click selects the row. */
  readonly head?: boolean
}

/** Where an editor was opened. */
export interface TypedIn {
  readonly row: string | null
  readonly column: string
}

export interface CellEdit {
  readonly column: number
  readonly row: number
  /** Of what was typed: rows and columns may have come and gone since. A fill goes to its place. */
  readonly typedIn?: TypedIn
  readonly text: string
  /** What was picked, where the text alone does not say it. */
  readonly picked?: { readonly value: unknown }
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
