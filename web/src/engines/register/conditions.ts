/** Filters: which operators a column has, what each needs, and whether a condition is whole enough to be asked. */
import type { Column, ColumnType } from './columns'

export type Condition = readonly [key: string, operator: Operator, value?: unknown]
export type Sort = readonly [key: string, direction: 'asc' | 'desc']

export const OPERATORS = [
  'contains', 'begins', 'is', 'is_not', 'any_of', 'none_of', 'has', 'has_not', '<', '<=', '>', '>=', 'between', 'before', 'after', 'within', 'today', 'me', 'empty', 'not_empty',
] as const // prettier-ignore
export type Operator = (typeof OPERATORS)[number]

/** What the person fills in behind an operator. */
export type Needs = 'nothing' | 'text' | 'number' | 'two numbers' | 'date' | 'two dates' | 'choices' | 'person' | 'span'

const NUMBERS: readonly Operator[] = ['is', 'is_not', '>', '>=', '<', '<=', 'between', 'empty', 'not_empty']
const DATES: readonly Operator[] = ['before', 'after', 'is', 'between', 'today', 'within', 'empty', 'not_empty']
const CHOICES: readonly Operator[] = ['any_of', 'none_of', 'empty', 'not_empty']
const PEOPLE: readonly Operator[] = ['me', 'any_of', 'none_of', 'empty', 'not_empty']
const TEXTS: readonly Operator[] = ['contains', 'begins', 'is', 'is_not', 'empty', 'not_empty']
const BY_TYPE: Partial<Record<ColumnType, readonly Operator[]>> = {
  number: NUMBERS, money: NUMBERS, percent: NUMBERS, auto: NUMBERS, duration: ['empty', 'not_empty'],
  date: DATES, datetime: DATES, created_at: DATES, changed_at: DATES,
  choice: CHOICES, choices: CHOICES, symbol: CHOICES,
  person: PEOPLE, people: PEOPLE, created_by: PEOPLE, changed_by: PEOPLE,
  check: ['is', 'is_not'], link: ['contains', 'empty', 'not_empty'], file: ['empty', 'not_empty'],
} // prettier-ignore

export function operatorsOf(column: Column): readonly Operator[] {
  return BY_TYPE[column.type] ?? TEXTS
}

export function needsOf(column: Column, operator: Operator): Needs {
  if (operator === 'empty' || operator === 'not_empty' || operator === 'today' || operator === 'me') return 'nothing'
  const given = operatorsOf(column)
  if (given === CHOICES) return 'choices'
  if (given === PEOPLE) return 'person'
  if (column.type === 'check') return 'nothing'
  if (operator === 'within') return 'span'
  if (given === DATES) return operator === 'between' ? 'two dates' : 'date'
  if (given === NUMBERS) return operator === 'between' ? 'two numbers' : 'number'
  return 'text'
}

/** The condition that a new line of the builder begins with. */
export function firstCondition(column: Column): Condition {
  const operator = operatorsOf(column)[0] as Operator
  return column.type === 'check' ? [column.key, 'is', true] : [column.key, operator]
}

/** Whether there is a value where one is needed. */
export function isWhole(condition: Condition, columns: readonly Column[]): boolean {
  const [key, operator, value] = condition
  const column = columns.find((each) => each.key === key)
  if (!column) return false
  const needs = needsOf(column, operator)
  if (needs === 'nothing') return true
  if (needs === 'two numbers' || needs === 'two dates') return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '' && one !== null && one !== undefined)
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''
}

export function isCondition(value: unknown): value is Condition {
  return Array.isArray(value) && (value.length === 2 || value.length === 3) && typeof value[0] === 'string' && (OPERATORS as readonly unknown[]).includes(value[1])
}

export function isSort(value: unknown): value is Sort {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && (value[1] === 'asc' || value[1] === 'desc')
}

/** A click on a heading: up, down, as it was. */
export function turned(sort: readonly Sort[], key: string): Sort[] {
  const now = sort.length === 1 && sort[0]?.[0] === key ? sort[0][1] : undefined
  return now === undefined ? [[key, 'asc']] : now === 'asc' ? [[key, 'desc']] : []
}
