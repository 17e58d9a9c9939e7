/** What the parts of the page are handed. */
import type { RegisterPlace } from '~/client/registers'
import type { RegisterSearch, Shown } from '~/engines/register/address'
import type { CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import type { Lines } from '~/engines/register/lines'
import type { RowKey } from '~/engines/register/slots'
import type { RegisterState } from './registerState'
import type { RegisterStore } from './registerStore'
import type { Actions } from './useActions'
import type { ColumnEditing } from './useColumnEditing'
import type { Selection } from './useSelection'

export interface View {
  readonly search: RegisterSearch
  readonly change: (part: RegisterSearch) => void
  readonly shown: Shown
  readonly flat: boolean
}

/** What the reader may do here and now: on another day than today, nothing. */
export interface Rights {
  readonly edit: boolean
  readonly insert: boolean
  readonly remove: boolean
  readonly columns: boolean
}

export interface Shared {
  readonly place: RegisterPlace
  readonly across: boolean
  readonly store: RegisterStore
  readonly state: RegisterState
  readonly view: View
  /** All columns, and those that are shown, in order. */
  readonly columns: readonly Column[]
  readonly visible: readonly Column[]
  readonly lines: Lines
  readonly places: ReadonlyMap<RowKey, number>
  readonly words: CellWords
  readonly rights: Rights
  readonly selection: Selection
  readonly actions: Actions
  readonly editing: ColumnEditing
  /** The question where a new row goes, in a register across several places. */
  readonly adding: {
    readonly opened: boolean
    readonly open: (opened: boolean) => void
    /** The row that was added last, to be brought on the screen. */
    readonly arrived: RowKey | null
    readonly arrive: (key: RowKey | null) => void
  }
  readonly narrow: boolean
}

export interface RowPanelProps {
  readonly sheetId: number
  readonly rowId: number
  readonly onClose: () => void
}

/** The column that names the project of a row, in a register across several. */
export const NODE_COLUMN = '@node'

export const HEADER = 36
export const rowHeight = (compact: boolean) => (compact ? 28 : 36)
