/** The columns of the list: what each shows, how wide it is, what it is sorted by, which figure it opens. */
import { useLingui } from '@lingui/react/macro'
import type { PortfolioItem } from '~/client/types'
import { Figure, IndexCell, ProgressCell } from '~/features/portfolio/cells'
import type { Column, Figure as FigureName, Sort } from '~/features/portfolio/search'
import type { Format } from '~/lib/useFormat'
import { colourOf, StatusMark } from '~/ui/StatusMark'

export interface ColumnSpec {
  key: Column
  /** A track of the grid. */
  width: string
  sort?: Sort
  figure?: FigureName
  right?: boolean
  cell: (item: PortfolioItem, format: Format) => React.ReactNode
}

export const COLUMN_SPECS: readonly ColumnSpec[] = [
  { key: 'status', width: '72px', sort: 'status', figure: 'status', cell: (item) => <StatusMark colour={colourOf(item.proposed_status)} /> },
  { key: 'stated', width: '72px', cell: (item) => <StatusMark colour={colourOf(item.stated_status)} /> },
  { key: 'finish', width: 'minmax(104px, 1fr)', sort: 'finish', figure: 'finish', right: true, cell: (item, format) => item.finish && <time title={format.moment(item.finish)}>{format.date(item.finish)}</time> },
  { key: 'baseline', width: 'minmax(112px, 1fr)', figure: 'baseline', right: true, cell: (item, format) => item.baseline_finish && <time title={format.moment(item.baseline_finish)}>{format.date(item.baseline_finish)}</time> },
  { key: 'slip', width: 'minmax(72px, .6fr)', sort: 'slip', figure: 'slip', right: true, cell: (item, format) => item.slip_days !== null && <Figure strong={item.slip_days > 0}>{format.slip(item.slip_days)}</Figure> },
  { key: 'spi_t', width: 'minmax(72px, .6fr)', sort: 'spi_t', figure: 'spi_t', right: true, cell: (item) => <IndexCell index={item.spi_t} /> },
  { key: 'cpi', width: 'minmax(64px, .6fr)', sort: 'cpi', figure: 'cpi', right: true, cell: (item) => <IndexCell index={item.cpi} /> },
  { key: 'complete', width: 'minmax(132px, 1fr)', sort: 'complete', figure: 'complete', right: true, cell: (item) => <ProgressCell item={item} /> },
  {
    key: 'milestone',
    width: 'minmax(150px, 1.4fr)',
    sort: 'milestone',
    figure: 'milestone',
    cell: (item, format) =>
      item.next_milestone && (
        <time title={`${item.next_milestone.name}: ${format.moment(item.next_milestone.finish)}`}>
          {format.date(item.next_milestone.finish)} <span data-dim>{item.next_milestone.name}</span>
        </time>
      ),
  },
  { key: 'manager', width: 'minmax(110px, 1fr)', cell: (item) => item.manager && <span title={item.manager.name}>{item.manager.name}</span> },
  { key: 'unit', width: 'minmax(100px, 1fr)', cell: (item) => item.unit && <span title={item.unit}>{item.unit}</span> },
  { key: 'programme', width: 'minmax(110px, 1fr)', cell: (item) => item.programme && <span title={item.programme}>{item.programme}</span> },
]

export function useColumnName(): (column: Column | 'name') => string {
  const { t } = useLingui()
  const names: Record<Column | 'name', string> = {
    name: t`Project`,
    status: t`Status`,
    stated: t`Stated`,
    finish: t`Finish`,
    baseline: t`Baseline`,
    slip: t`Slip`,
    spi_t: 'SPI(t)',
    cpi: 'CPI',
    complete: t`Complete`,
    milestone: t`Next milestone`,
    manager: t`Manager`,
    unit: t`Unit`,
    programme: t`Programme`,
  }
  return (column) => names[column]
}
