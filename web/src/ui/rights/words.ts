/** Roles and what they allow, in the reader's words: what every installation has is translated, what an office made is as it named it. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

export const WORDS = ['view', 'comment', 'edit', 'create', 'arrange', 'state', 'directory', 'share', 'people', 'settings'] as const

export interface RightsWords {
  role: (key: string, name: string) => string
  /** What a built-in role is for; the text of an own role as it is. */
  roleAbout: (key: string, about: string) => string
  /** `See`, `Manage people` ... */
  title: (word: string) => string
  about: (word: string) => string
  /** `See, comment, edit` */
  list: (words: readonly string[]) => string
}

export function useRightsWords(): RightsWords {
  const { t, i18n } = useLingui()
  return useMemo(() => {
    const roles: Record<string, readonly [string, string]> = {
      owner: [t`Owner`, t`Everything, also people and settings.`],
      manager: [t`Manager`, t`Runs a project or a portfolio, and decides who takes part.`],
      editor: [t`Editor`, t`Plans and makes new projects and registers.`],
      contributor: [t`Contributor`, t`Keeps plans and registers up to date.`],
      viewer: [t`Viewer`, t`Reads and comments.`],
      guest: [t`Guest`, t`Reads what was shared, and knows of nobody else.`],
    }
    const words: Record<string, readonly [string, string]> = {
      view: [t`See`, t`See the place, its sheets and its figures.`],
      comment: [t`Comment`, t`Write comments on what they see.`],
      edit: [t`Edit`, t`Change rows of sheets, undo, set baselines.`],
      create: [t`Create`, t`Make projects, folders and sheets, and import them.`],
      arrange: [t`Arrange`, t`Rename, move and delete.`],
      state: [t`State the status`, t`State a project's status over the proposed one.`],
      directory: [t`See people`, t`See who works here, and who may see it.`],
      share: [t`Share`, t`Give and take back roles, up to their own.`],
      people: [t`Manage people`, t`Invite people, read their addresses, manage accounts and groups.`],
      settings: [t`Settings`, t`Change the organisation's settings and its roles.`],
    }
    const together = new Intl.ListFormat(i18n.locale === 'de' ? 'de' : 'en-GB', { type: 'unit', style: 'short' })
    const title = (word: string) => words[word]?.[0] ?? word
    return {
      role: (key, name) => roles[key]?.[0] ?? name,
      roleAbout: (key, about) => roles[key]?.[1] ?? about,
      title,
      about: (word) => words[word]?.[1] ?? '',
      list: (given) => together.format(given.map((word, index) => (index > 0 && i18n.locale === 'en' ? title(word).toLowerCase() : title(word)))),
    }
  }, [t, i18n.locale])
}
