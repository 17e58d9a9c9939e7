/** The answer of the page in a sentence: how many keep their method, and what is missing most often. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Kept } from '~/client/findings'
import { useWhen } from '~/lib/useWhen'
import { Bone } from '~/ui/States'
import classes from './Findings.module.css'
import { answerOf } from './summary'
import { useRuleName } from './words'

export function AnswerLine({ kept }: { kept: Kept | undefined }) {
  const { t } = useLingui()
  const ruleName = useRuleName()
  const when = useWhen()
  if (!kept) return <Bone width="50%" height={20} />
  const { checked, keeping, most } = answerOf(kept)
  const rule = most ? ruleName(most.rule) : ''
  const since = kept.since ? when.moment(kept.since) : ''
  if (checked === 0) {
    return (
      <p className={classes.about}>
        {kept.since ? <Trans>No method asks anything of the projects here yet. Take one up for this place, or for one above it.</Trans> : <Trans>The projects here are looked at in a moment.</Trans>}
      </p>
    )
  }
  return (
    <p className={classes.about}>
      <strong>
        {checked === keeping ? <Plural value={checked} one="The one project keeps its method." other="All # projects keep their method." /> : <Plural value={checked} one={`${keeping} of # project keeps its method.`} other={`${keeping} of # projects keep their method.`} />}
      </strong>{' '}
      {most && <Plural value={most.projects} one={`Most often: ${rule} (# project).`} other={`Most often: ${rule} (# projects).`} />}{' '}
      {kept.waived > 0 && <Plural value={kept.waived} one="# finding is waived." other="# findings are waived." />}{' '}
      {kept.unchecked > 0 && <Plural value={kept.unchecked} one="Nothing is asked of # more." other="Nothing is asked of # more." />} <span className={classes.dim}>{t`As of ${since}`}</span>
    </p>
  )
}
