/** What the parts of the page are handed. */
import type { ComponentType } from 'react'
import type { CellWords } from '~/engines/plan/cellText'
import type { Outline, RowId } from '~/engines/plan/rows'
import type { Zoom } from '~/engines/gantt/zoom'
import type { PlanState } from './planState'
import type { MenuPlace } from './RowMenu'
import type { Actions } from './useActions'
import type { PlanView } from './usePlanView'
import type { Selection } from './useSelection'

export interface Shared {
  readonly state: PlanState
  readonly view: PlanView
  readonly outline: Outline
  readonly words: CellWords
  readonly selection: Selection
  readonly actions: Actions
  readonly zoom: Zoom
  readonly narrow: boolean
  readonly fold: (row: RowId, open: boolean) => void
  readonly openMenu: (place: MenuPlace) => void
}

export type PanelOfRow = ComponentType<{ sheetId: number; rowId: number; onClose: () => void }>

export const HEADER = 56

export function rowHeight(compact: boolean | undefined): number {
  return compact ? 28 : 36
}
