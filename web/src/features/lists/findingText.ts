/** The sentence of a finding in the reader's language, by its code; the server's English one where there is none. */
import { useLingui } from '@lingui/react/macro'
import type { ListFinding } from '~/client/lists'

export function useFindingText(): (finding: ListFinding) => string {
  const ofRows = useRowText()
  const ofColumns = useColumnText()
  return (finding) => ofRows(finding) ?? ofColumns(finding) ?? finding.message
}

function useRowText(): (finding: ListFinding) => string | undefined {
  const { t } = useLingui()
  return ({ code, column: named, data }) => {
    const column = named ?? ''
    const value = String(data.value ?? '')
    const first = String(data.first ?? '')
    const kinds: Record<string, string> = { unit: t`unit`, portfolio: t`portfolio`, programme: t`programme` }
    const kind = kinds[String(data.kind)] ?? String(data.kind)
    const sentences: Record<string, string> = {
      does_not_fit: t`“${value}” does not fit ${column}. It comes in as text that is marked.`,
      failed_formula: t`The formula in ${column} failed (${value}). The cell is left as it is.`,
      no_name: t`There is nothing in ${column}, so the row has no name. It is left out.`,
      no_key: t`There is nothing in ${column}, which tells the rows apart. The row is left out.`,
      no_report_date: t`${column} holds no date, so it is not known when this was reported. The row is left out.`,
      double: t`${value} stands in line ${first} already, with other values. This row is left out.`,
      double_same: t`${value} stands in line ${first} already, with the same values. This row is left out.`,
      place_missing: t`There is no ${kind} called ${value}. The row is left out, unless it is made.`,
      place_not_allowed: t`You may not create projects in ${value}. The row is left out.`,
      not_allowed: t`You may not change ${value}. The row is left out.`,
      total: t`This line sums up others. It is left out.`,
      footnote: t`This line is a note below the list. It is left out.`,
      header_again: t`The titles stand here once more. The line is left out.`,
    }
    return sentences[code]
  }
}

function useColumnText(): (finding: ListFinding) => string | undefined {
  const { t } = useLingui()
  return ({ code, column: named, data }) => {
    const column = named ?? ''
    const count = Number(data.count ?? 0)
    const value = String(data.value ?? '')
    const decimal = String(data.decimal ?? '')
    const order = data.order === 'month before day' ? t`month before day` : t`day before month`
    const sentences: Record<string, string> = {
      date_open: t`${count} dates in ${column} could be read either way. They are read as ${order}.`,
      number_open: t`${count} numbers in ${column} could be read either way. The decimal sign is taken as ${decimal}.`,
      no_key_column: t`No column tells the rows apart. If this list comes in again, all its rows are new.`,
      no_name_column: t`No column of the list was found for ${column}. Choose one.`,
      people_unknown: t`${count} people in ${column} are not known here: ${value}.`,
      status_not_allowed: t`You may not state the status of projects here, so these columns are left out: ${value}.`,
      column_left_out: t`${column} has no place here and is left out.`,
      empty_columns: t`${count} empty columns are left out.`,
      merged_cells: t`The table has ${count} merged cells. One that spans several lines counts for each of them.`,
      other_tables: t`The file has ${count} more sheets. Only this one comes in.`,
      hidden_table: t`This sheet is hidden in the workbook.`,
    }
    return sentences[code]
  }
}
