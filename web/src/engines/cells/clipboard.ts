/** Tab-separated text as Excel writes and reads it: quotes around cells that hold tabs, line ends or quotes. */

export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')
}

export function fromTsv(text: string): string[][] {
  const rows: string[][] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  let row: string[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    row.push(match[1] === undefined ? (match[2] as string) : match[1].replaceAll('""', '"'))
    if (match[3] === '\t') continue
    rows.push(row)
    row = []
    if (match[3] === '' || pattern.lastIndex >= text.length) break
  }
  return rows
}

/** One pasted value fills the whole selection; a block is repeated where the selection is a multiple of it, as in Excel. */
export function tiled(values: readonly (readonly string[])[], width: number, height: number): string[][] {
  const rows = values.length
  const columns = Math.max(0, ...values.map((row) => row.length))
  if (rows === 0 || columns === 0) return []
  const [wide, high] = [width % columns === 0 ? Math.max(width, columns) : columns, height % rows === 0 ? Math.max(height, rows) : rows]
  return Array.from({ length: high }, (_, y) => Array.from({ length: wide }, (_, x) => values[y % rows]?.[x % columns] ?? ''))
}
