/** From a row and a column to what the grid draws. */
import { editableText, isEmpty, isMisfit, namesOf, shownText, type CellWords } from '~/engines/register/cells'
import { alignOf, type Column } from '~/engines/register/columns'
import type { RegisterRow, RowKey } from '~/engines/register/slots'
import type { GridCellView, Mark, Tone } from '~/ui/grid/model'
import { editorOf, type EditorContext } from './editors'
import { NODE_COLUMN } from './shared'

export interface CellContext extends EditorContext {
  readonly closed: ReadonlySet<number>
  readonly fresh: ReadonlySet<RowKey>
  readonly pending: ReadonlySet<RowKey>
  readonly mayEdit: boolean
  readonly flat: boolean
}

/** Types whose editor gives more than a text: within the page they are copied and filled as what they are. */
const BY_VALUE: ReadonlySet<string> = new Set(['choice', 'choices', 'symbol', 'person', 'people', 'link', 'check'])
const TONES: ReadonlySet<string> = new Set(['red', 'amber', 'green', 'blue', 'grey'])

export const SKELETON: GridCellView = { text: '', skeleton: true }

export function numberView(row: RegisterRow, index: number): GridCellView {
  return { text: String(index + 1), align: 'right', head: true, noted: row.comments + row.files > 0 }
}

export function cellView(row: RegisterRow, column: Column, context: CellContext): GridCellView {
  if (column.key === NODE_COLUMN) return { text: row.nodeName ?? '', leads: true, fresh: context.fresh.has(row.key) }
  const { words } = context
  const value = row.cells[column.key]
  const editable = context.mayEdit && column.editable
  const view: GridCellView = {
    row: row.key,
    text: shownText(column, value, words),
    editText: editableText(column, value, words),
    editable,
    align: alignOf(column),
    problem: isMisfit(value) ? value.problem : undefined,
    advice: row.marks?.[column.key] !== undefined,
    pending: !column.editable && context.pending.has(row.key),
    fresh: context.fresh.has(row.key),
    tree: column.primary && !context.flat ? { depth: row.depth, open: row.hasChildren ? !context.closed.has(row.id) : null } : undefined,
    editor: editable && !isMisfit(value) ? () => editorOf(column, value, context) : undefined,
    value: BY_VALUE.has(column.type) && !isMisfit(value) ? value : undefined,
    ...toned(row, column),
  }
  return isMisfit(value) ? view : { ...view, ...drawn(column, value, words) }
}

function toned(row: RegisterRow, column: Column): Pick<GridCellView, 'tone' | 'fill'> {
  const own = row.tones?.[column.key]
  const whole = row.tones?.['row']
  const tone = own ?? whole
  const text = tone === 'strong' || tone === 'dim' ? tone : column.primary && row.hasChildren ? 'strong' : undefined
  return { tone: text, fill: tone && TONES.has(tone) ? (tone as Tone) : undefined }
}

/** What is drawn in place of the text, or before it. */
function drawn(column: Column, value: unknown, words: CellWords): Partial<GridCellView> {
  if (column.type === 'check') return { check: value === true, align: 'left' }
  if (isEmpty(value)) return {}
  if (column.type === 'url') return { leads: true }
  if (column.type === 'symbol') return { mark: markOf(column, String(value)) }
  if (column.type === 'choices' || column.type === 'people' || (column.type === 'link' && column.several)) {
    const each = Array.isArray(value) ? value : [value]
    return { badges: namesOf(column, value, words).map((text, index) => ({ text, tone: toneOf(column, each[index]) })) }
  }
  if (column.type === 'choice') {
    const tone = toneOf(column, value)
    return tone ? { badges: [{ text: namesOf(column, value, words)[0] ?? '', tone }] } : {}
  }
  return {}
}

function toneOf(column: Column, value: unknown): Tone | undefined {
  const tone = column.choices.find((choice) => choice.value === String(value))?.tone
  return tone && TONES.has(tone) ? (tone as Tone) : undefined
}

const STATUS: Readonly<Record<string, Mark>> = {
  G: { shape: 'circle', tone: 'green' }, A: { shape: 'triangle', tone: 'amber' }, R: { shape: 'octagon', tone: 'red' }, grey: { shape: 'dash', tone: 'grey' },
} // prettier-ignore
const PRIORITY: Readonly<Record<string, Mark>> = {
  low: { shape: 'down', tone: 'grey' }, medium: { shape: 'right', tone: 'blue' }, high: { shape: 'up', tone: 'amber' }, critical: { shape: 'double up', tone: 'red' },
} // prettier-ignore

function markOf(column: Column, word: string): Mark | undefined {
  if (column.set === 'status') return STATUS[word]
  if (column.set === 'priority') return PRIORITY[word]
  if (column.set === 'progress') return { shape: 'pie', tone: word === '100' ? 'green' : word === '0' ? 'grey' : 'blue', part: Number(word) / 100 }
  return { shape: 'flag', tone: toneOf(column, word) ?? 'grey' }
}
