/** What changed since the version before. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Handbook } from '~/client/practice'
import { inLanguage } from './chapters'
import classes from './Handbook.module.css'

export function Changes({ book }: { book: Handbook }) {
  const { t, i18n } = useLingui()
  const whats: Record<string, string> = { added: t`new`, removed: t`gone`, changed: t`changed` }
  const parts: Record<string, string> = {
    phases: t`Phase`, gates: t`Gate`, artefacts: t`Artefact`, policies: t`Policy`, procedures: t`Procedure`, roles: t`Role`, courses: t`Course`,
    vocabulary: t`Words`, budget: t`Burden`, sizes: t`Sizes`, raci: t`Who does what`, start: t`Start of a project`,
  } // prettier-ignore
  const note = book.versions.find((one) => one.number === book.number)?.note
  return (
    <section className={classes.chapter}>
      <h2>
        <Trans>What changed in this version</Trans>
      </h2>
      {note && <p translate="no">{note}</p>}
      <ul className={classes.plain}>
        {book.changes.map((one) => (
          <li key={`${one.part} ${one.key}`}>
            {parts[one.part] ?? one.part}
            {book.titles[one.key] && (
              <>
                {': '}
                <span translate="no">{inLanguage(book.titles[one.key], i18n.locale)}</span>
              </>
            )}{' '}
            <span className={classes.dim}>{whats[one.what] ?? one.what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
