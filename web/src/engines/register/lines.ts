/** The lines of the grid: rows, and above each group one line that names it. Folded groups keep their heading only. */

export interface Group {
  readonly value: unknown
  readonly start: number
  readonly count: number
  readonly totals?: Readonly<Record<string, unknown>>
}

export type Line = { readonly kind: 'row'; readonly index: number } | { readonly kind: 'group'; readonly group: Group; readonly at: number }

interface Band {
  readonly line: number
  readonly group: Group
  readonly shown: number
}

export interface Lines {
  readonly count: number
  readonly at: (line: number) => Line | undefined
  /** The line of a row; undefined where its group is folded. */
  readonly lineOf: (index: number) => number | undefined
}

/** A group's name for the list of folded ones: its value as text. */
export const groupId = (group: Group): string => JSON.stringify(group.value ?? null)

export function linesOf(total: number, groups: readonly Group[], folded: ReadonlySet<string>): Lines {
  if (groups.length === 0) {
    return { count: total, at: (line) => (line < total ? { kind: 'row', index: line } : undefined), lineOf: (index) => (index < total ? index : undefined) }
  }
  const bands: Band[] = []
  let line = 0
  for (const group of groups) {
    const shown = folded.has(groupId(group)) ? 0 : group.count
    bands.push({ line, group, shown })
    line += 1 + shown
  }
  return { count: line, at: (wanted) => lineIn(bands, wanted, line), lineOf: (index) => lineOfRow(bands, index) }
}

function lineIn(bands: readonly Band[], line: number, count: number): Line | undefined {
  if (line < 0 || line >= count) return undefined
  const at = lastWhere(bands, (band) => band.line <= line)
  const band = bands[at] as Band
  return line === band.line ? { kind: 'group', group: band.group, at } : { kind: 'row', index: band.group.start + (line - band.line - 1) }
}

function lineOfRow(bands: readonly Band[], index: number): number | undefined {
  const band = bands[lastWhere(bands, ({ group }) => group.start <= index)]
  if (!band || band.shown === 0 || index >= band.group.start + band.group.count) return undefined
  return band.line + 1 + (index - band.group.start)
}

/** The last entry for which it holds, where it holds for all before. */
function lastWhere<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(all[middle] as T)) low = middle
    else high = middle - 1
  }
  return low
}
