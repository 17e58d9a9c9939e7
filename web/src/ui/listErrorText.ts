/** What a list may be refused for, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useListSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const limit = String(data.limit ?? '')
    const count = String(data.count ?? '')
    const sentences: Record<string, string> = {
      'list.not_a_list': t`This is neither a workbook (xlsx, xls, ods) nor text with a line for each row (csv, tsv). Save the list as one of these.`,
      'list.empty': t`There is nothing in this list: no cell of it holds anything.`,
      'list.password': t`The workbook is protected by a password and cannot be opened. Save it without one: File, Info, Protect Workbook.`,
      'list.broken_workbook': t`The workbook is damaged or breaks off. Open it in the program that made it, and save it again.`,
      'list.unpacks_too_big': t`The workbook would unpack to more than ${limit} MB, far more than a list needs. Remove pictures and sheets that are no part of it.`,
      'list.too_many_rows': t`The list has more than ${limit} rows. Split it into several files.`,
      'list.too_many_columns': t`The list has ${count} columns that hold something; ${limit} are the most. Remove the columns that you do not need.`,
      'list.check_first': t`The list was not checked in this form. Check it again, and import what you then see.`,
      'list.nothing': t`No row of the list can come in. The report says why for each of them; nothing was written.`,
      'list.over': t`This import is finished; nothing is left to be done.`,
      'list.not_undone': t`This import cannot be taken back: that was done already, or you may not change what came in, or it is gone.`,
    }
    return sentences[code]
  }
}
