/** The sentence for an error, in the reader's language: chosen by code and filled from its data; the server's English sentence where there is no translation yet. */
import { useLingui } from '@lingui/react/macro'
import { isApiError, type Problem } from '~/client/errors'
import { useFindingSentence } from '~/ui/findings/errorSentences'
import { useMaturitySentence } from '~/ui/maturityErrorText'
import { useListSentence } from '~/ui/listErrorText'
import { useOfficeSentence } from '~/ui/office/errorSentences'
import { usePracticeSentence } from '~/ui/practiceErrorText'
import { useRequestSentence } from '~/ui/requestErrorText'
import { useMethodSentence } from '~/ui/method/errorSentences'
import { useRightsSentence } from '~/ui/rights/errorSentences'

type Sentences = Record<string, string>

export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useLingui()
  const fileSentence = useFileSentence()
  const rowSentence = useRowSentence()
  const listSentence = useListSentence()
  const rightsSentence = useRightsSentence()
  const methodSentence = useMethodSentence()
  const maturitySentence = useMaturitySentence()
  const requestSentence = useRequestSentence()
  const findingSentence = useFindingSentence()
  const officeSentence = useOfficeSentence()
  const practiceSentence = usePracticeSentence()
  return (error) => {
    if (!isApiError(error)) return t`Something in this page failed. Nothing on the server was changed. Load the page again.`
    const { problem } = error
    const known: Sentences = {
      unreachable: t`The server cannot be reached. What you see was kept. Check the line and try again.`,
      not_found: t`It was deleted, or it is not shared with you. Ask the person who sent you the link.`,
      not_allowed: t`You may see this, but not change it. Ask its owner for the right to edit.`,
      internal: t`The server failed on this. Nothing was changed. Try again; if it stays, tell your administrator.`,
      csrf: t`This page has stood open too long. Load it again; what is saved is kept.`,
    }
    const translated = i18n.locale === 'en' ? undefined : (fileSentence(problem) ?? rowSentence(problem) ?? listSentence(problem) ?? rightsSentence(problem) ?? methodSentence(problem) ?? maturitySentence(problem) ?? requestSentence(problem) ?? findingSentence(problem) ?? officeSentence(problem) ?? practiceSentence(problem))
    return known[problem.code] ?? translated ?? sentenceByStatus(problem, known) ?? t`The server refused this. Nothing was changed.`
  }
}

function sentenceByStatus({ status, detail, title }: Problem, known: Sentences): string | undefined {
  if (detail) return detail
  if (status === 404) return known.not_found
  if (status >= 500) return known.internal
  return title || undefined
}

/** What deleting, restoring, commenting, attaching and changing columns and kinds may be refused for. */
function useRowSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const name = String(data.name ?? '')
    const title = String(data.title ?? '')
    const [file, line, reason, key] = [data.file, data.line, data.reason, data.key].map((one) => String(one ?? ''))
    const sentences: Sentences = {
      'node.root_stays': t`${name} holds everything else and cannot be deleted.`,
      'bin.above_in_bin': t`${name}, where this belongs, is in the bin too. Restore that first.`,
      'sheet.profile_stays': t`${name} is the profile of its project and goes with it. Delete the project instead.`,
      'plan.there': t`${name} has a plan already, which stays as it is. Import the file as a project of its own instead.`,
      'sheet.profile_one_row': t`The profile of a project has one row, the project itself. Make and delete projects in the tree instead.`,
      'sheet.column_declared': t`The column ${title} belongs to the kind of this register. Change the declaration of the kind instead.`,
      'sheet.compute_broken': t`The column ${key} cannot be computed: ${reason}.`,
      'sheet.choices_missing': t`A column of this type needs at least one choice.`,
      'kind.not_here': t`A register of the kind ${title} cannot stand here.`,
      'kind.broken': t`${file}, line ${line}: ${reason}`,
      'yaml.unreadable': t`${file}, line ${line}: ${reason}`,
      'comment.mention_outside': t`${name} may not see this row, so your comment was not saved. Share it with them first, or leave the mention out.`,
      'comment.empty': t`A comment needs some text.`,
      'file.disk_full': t`There is no room left on the server's disk for ${name}. Nothing was kept. Tell your administrator.`,
      'file.missing': t`The content of ${name} is missing on the server. Ask your administrator to restore it from a backup.`,
    }
    return sentences[code]
  }
}

/** What a file may be instead of a plan. */
function useFileSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const line = String(data.line ?? '?')
    const sentences: Sentences = {
      'upload.too_large': t`The file is too large. Save it without attachments, or split it.`,
      'upload.empty': t`The file is empty. Save the plan again in Microsoft Project: File, Save As, XML Format.`,
      'upload.incomplete': t`The file did not arrive whole. Nothing was kept. Send it again.`,
      'upload.changed': t`The file or its report has changed since it was checked. Choose the file again.`,
      'import.check_first': t`The file or its report has changed since it was checked. Choose the file again.`,
      'plan.unreadable': t`This file cannot be read as a plan. Nothing was imported.`,
      'plan.empty': t`The file is empty. Save the plan again in Microsoft Project: File, Save As, XML Format.`,
      'plan.not_xml': t`This is not Microsoft Project XML. Save the plan there: File, Save As, XML Format. Nothing was imported.`,
      'plan.broken_xml': t`The XML breaks off or is damaged in line ${line}. Save the plan again in Microsoft Project: File, Save As, XML Format.`,
      'plan.wrong_encoding': t`Line ${line} holds bytes that do not fit the file's encoding. Save it again as UTF-8.`,
      'plan.doctype': t`The file declares a document type, which no plan needs and which can hide an attack. Remove it and try again.`,
      'plan.not_a_plan': t`This XML is not a plan of Microsoft Project. Save the plan there: File, Save As, XML Format.`,
      'plan.too_many_parts': t`There is more in the file than one plan can hold. Split it.`,
      'plan.no_tasks': t`The file is Microsoft Project XML, but there is no task in it.`,
      'plan.no_start': t`The plan has no start date. Set one in Microsoft Project and save it again.`,
      'file.too_big': t`The file is too large to be read. Split the plan.`,
      'file.too_slow': t`Reading the file took too long and was stopped. Nothing was imported.`,
      'file.too_much_memory': t`Reading the file took too much memory and was stopped. Nothing was imported.`,
      'node.bad_place': t`A project cannot stand there. Choose a unit, portfolio, programme or folder.`,
    }
    return sentences[code]
  }
}
