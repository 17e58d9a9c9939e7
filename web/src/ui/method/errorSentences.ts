/** What methods refuse, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useMethodSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const [key, number, name, line, reason, file] = ['key', 'number', 'name', 'line', 'reason', 'file'].map((one) => String(data[one] ?? ''))
    const sentences: Record<string, string> = {
      'pack.broken': t`${file}, line ${line}: ${reason}`,
      'pack.taken': t`There is a pack ${key} already. Choose another name.`,
      'pack.shipped': t`${key} came with Milepost and is not changed here. Copy it and change your own.`,
      'pack.elsewhere': t`The pack ${key} belongs to another place and holds only there and below.`,
      'pack.no_draft': t`There is no draft of ${key}. Begin one from a version.`,
      'pack.draft_moved': t`Somebody else saved this draft since you opened it. What you wrote is still in your window; look at theirs first.`,
      'pack.not_released': t`Version ${number} of ${key} is not released, so it cannot be taken up.`,
      'pack.version_held': t`Version ${number} of ${key} still holds somewhere. Let another version hold there first.`,
      'pack.part_not_plain': t`This part of the pack is written so that a form cannot change it. Change it in the text.`,
      'method.none': t`No method holds for ${name}.`,
      'method.not_in_pack': t`The method of this project has no ${key}.`,
      'document.moved': t`Somebody else saved this document since you opened it. What you wrote is still in your window; look at theirs first.`,
    }
    return sentences[code]
  }
}
