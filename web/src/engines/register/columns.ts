/**
 * The columns of a register as the browser uses them: made of what the server says, in the reader's language.
 * A declaration's texts are plain English or a map by language.
 */

export const TYPES = [
  'text', 'number', 'money', 'percent', 'date', 'datetime', 'duration', 'person', 'people', 'choice', 'choices', 'check', 'symbol', 'link', 'file', 'url',
  'auto', 'created_by', 'created_at', 'changed_by', 'changed_at',
] as const // prettier-ignore
export type ColumnType = (typeof TYPES)[number]

export const TONES = ['red', 'amber', 'green', 'blue', 'grey', 'strong', 'dim'] as const
export type Tone = (typeof TONES)[number]

/** Plain English, or text by language. */
export type Told = string | Readonly<Record<string, string>>

/** A column as the server tells it. */
export interface ServerColumn {
  readonly key: string
  readonly title: string
  readonly type: string
  readonly role?: string | null
  readonly computed?: boolean
  readonly width?: number
  readonly options?: Readonly<Record<string, unknown>>
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly tone?: Tone
}

export interface Column {
  readonly key: string
  readonly title: string
  readonly type: ColumnType
  readonly width: number
  readonly primary: boolean
  readonly required: boolean
  readonly hidden: boolean
  /** False where the server fills the cells. */
  readonly editable: boolean
  readonly choices: readonly Choice[]
  /** The set of a symbol. */
  readonly set?: string
  /** The kind of the register that a link leads to. */
  readonly to?: string
  readonly several: boolean
  readonly decimals?: number
  readonly currency?: string
  readonly prefix: string
  /** The text may have several lines. */
  readonly lines: boolean
}

const FILLED: ReadonlySet<string> = new Set(['auto', 'created_by', 'created_at', 'changed_by', 'changed_at'])
const SYMBOLS: Readonly<Record<string, readonly (readonly [string, Tone])[]>> = {
  status: [['G', 'green'], ['A', 'amber'], ['R', 'red'], ['grey', 'grey']],
  priority: [['critical', 'red'], ['high', 'amber'], ['medium', 'blue'], ['low', 'grey']],
  progress: [['0', 'grey'], ['25', 'blue'], ['50', 'blue'], ['75', 'blue'], ['100', 'green']],
  flag: [['red', 'red'], ['amber', 'amber'], ['green', 'green'], ['blue', 'blue'], ['grey', 'grey']],
} // prettier-ignore

export function textOf(told: unknown, locale: string): string | undefined {
  if (typeof told === 'string') return told
  if (typeof told !== 'object' || told === null) return undefined
  const by = told as Record<string, string>
  return by[locale] ?? by['en'] ?? Object.values(by)[0]
}

/** The columns in the order of the server. `symbol` names a symbol in the reader's language. */
export function readColumns(given: readonly ServerColumn[], locale: string, symbol: (set: string, word: string) => string, nodeCurrency = ''): Column[] {
  const columns = given.map((column) => readColumn(column, locale, symbol, nodeCurrency))
  if (columns.length > 0 && !columns.some((column) => column.primary)) {
    const first = Math.max(0, columns.findIndex((column) => column.type === 'text'))
    columns[first] = { ...(columns[first] as Column), primary: true }
  }
  return columns
}

function readColumn(given: ServerColumn, locale: string, symbol: (set: string, word: string) => string, nodeCurrency: string): Column {
  const options = given.options ?? {}
  const type = (TYPES as readonly string[]).includes(given.type) ? (given.type as ColumnType) : 'text'
  const set = typeof options['set'] === 'string' ? options['set'] : type === 'symbol' ? 'status' : undefined
  const known = given.type === type
  return {
    key: given.key,
    title: textOf(options['titles'], locale) ?? given.title,
    type,
    width: given.width ?? 120,
    primary: options['primary'] === true,
    required: options['required'] === true,
    hidden: options['hidden'] === true,
    // A type that this client does not know is shown and left alone.
    editable: known && given.computed !== true && options['compute'] === undefined && !FILLED.has(type) && type !== 'file',
    choices: set && type === 'symbol' ? (SYMBOLS[set] ?? []).map(([value, tone]) => ({ value, label: symbol(set, value), tone })) : readChoices(options, locale),
    set,
    to: typeof options['to'] === 'string' ? options['to'] : undefined,
    several: options['several'] === true,
    decimals: typeof options['decimals'] === 'number' ? options['decimals'] : undefined,
    currency: typeof options['currency'] === 'string' ? options['currency'] : nodeCurrency || undefined,
    prefix: typeof options['prefix'] === 'string' ? options['prefix'] : '',
    lines: options['lines'] === 'many' || options['lines'] === true,
  }
}

function readChoices(options: Readonly<Record<string, unknown>>, locale: string): Choice[] {
  const choices = Array.isArray(options['choices']) ? (options['choices'] as unknown[]) : []
  const labels = (options['labels'] ?? {}) as Record<string, unknown>
  const tones = (options['tones'] ?? {}) as Record<string, Tone>
  return choices.map((choice) => {
    const value = typeof choice === 'object' && choice !== null ? String((choice as { value: unknown }).value) : String(choice)
    return { value, label: textOf(labels[value], locale) ?? value, tone: tones[value] }
  })
}

/** Who owns a column that people added: its register, or the whole kind; undefined for one of the declaration. */
export function ownerOf(key: string): 'sheet' | 'kind' | undefined {
  return /^c\d+$/.test(key) ? 'sheet' : /^k\d+$/.test(key) ? 'kind' : undefined
}

const RIGHT: ReadonlySet<ColumnType> = new Set(['number', 'money', 'percent', 'duration', 'auto'])

export function alignOf(column: Column): 'left' | 'right' {
  return RIGHT.has(column.type) && !column.primary ? 'right' : 'left'
}

/** Types whose cells can be added up. */
export function canAdd(column: Column): boolean {
  return column.type === 'number' || column.type === 'money' || column.type === 'percent' || column.type === 'duration'
}

/** The columns that are shown, in order: the primary one is always first. */
export function shownColumns(columns: readonly Column[], wanted: readonly string[] | undefined): Column[] {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const chosen = wanted ? wanted.map((key) => byKey.get(key)).filter((column) => column !== undefined) : columns.filter((column) => !column.hidden)
  const primary = columns.find((column) => column.primary)
  const rest = chosen.filter((column) => !column.primary)
  return primary ? [primary, ...rest] : rest
}
