/** What the actions of the page need to know. */
import type { Cells, CellWords } from '~/engines/register/cells'
import type { Column } from '~/engines/register/columns'
import type { Lines } from '~/engines/register/lines'
import type { PastePlan } from '~/engines/register/paste'
import { keyOf, type RegisterRow, type Slots } from '~/engines/register/slots'
import { rowsBetween } from './registerState'
import type { RegisterStore } from './registerStore'
import type { Rights } from './shared'
import type { Selection } from './useSelection'

export interface Needs {
  store: RegisterStore
  slots: Slots
  lines: Lines
  visible: readonly Column[]
  words: CellWords
  rights: Rights
  flat: boolean
  selection: Selection
  /** Rows cannot be moved while they are out of their tree. */
  sayFlat: () => void
  sayPasted: (plan: PastePlan) => void
  sayColumnGone: () => void
  /** Where a new row goes is asked, because nothing that is selected says it. */
  ask: () => void
}

export function selectedRows({ selection, slots }: Needs): RegisterRow[] {
  return selection.slots ? rowsBetween(slots, selection.slots.first, selection.slots.count) : []
}

export function newRow(sheet: number, id: number, parent: number | null, depth: number, cells: Cells): RegisterRow {
  return { key: keyOf(sheet, id), id, sheet, parent, depth, hasChildren: false, cells, comments: 0, files: 0, seq: 0 }
}
