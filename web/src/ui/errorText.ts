/** The sentence for an error, in the reader's language: chosen by code, with the server's English sentence where there is no translation yet. */
import { useLingui } from '@lingui/react/macro'
import { isApiError } from '~/client/errors'

export function useErrorText(): (error: unknown) => string {
  const { t } = useLingui()
  return (error) => {
    if (!isApiError(error)) return t`Something in this page failed. Nothing on the server was changed. Load the page again.`
    const known: Record<string, string> = {
      unreachable: t`The server cannot be reached. What you see was kept. Check the line and try again.`,
      not_found: t`It was deleted, or it is not shared with you. Ask the person who sent you the link.`,
      rate_limited: t`Too many tries. Wait a minute and try again.`,
      forbidden: t`You may see this, but not change it. Ask its owner for the right to edit.`,
      upload_too_large: t`The file is too large. Save it without attachments, or split it.`,
    }
    const { code, status, detail, title } = error.problem
    if (known[code]) return known[code]
    if (status === 404) return known.not_found ?? detail
    if (status >= 500 && !detail) return t`The server failed on this. Nothing was changed. Try again; if it stays, tell your administrator.`
    return detail || title || t`The server refused this. Nothing was changed.`
  }
}
