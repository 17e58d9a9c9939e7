/** How the figure is computed, by the numbers of the server itself. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Need } from '~/client/need'
import { useFormat } from '~/lib/useFormat'
import { WideTable } from '~/ui/profile/WideTable'
import classes from './Need.module.css'
import { useWords } from './useNeed'

export function Computed({ need }: { need: Need }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const { formula } = need
  const bound = (key: string, value: number) => (key === 'projects' ? format.number(value) : format.percent(value * 100))
  const office = (key: string) => formula.bands.find((band) => band.office === key)?.least ?? 0
  return (
    <>
      <h2><Trans>How this is computed</Trans></h2>
      <p className={classes.dim}>
        <Trans>The figure is the sum of the points of five parts; between none and all they grow in proportion. From {office('supportive')} a supportive office would help, from {office('controlling')} a controlling one, from {office('directive')} a directive one. With fewer than {formula.fewest_projects} projects that run, none is needed.</Trans>
      </p>
      <WideTable caption={t`Points of each part`} head={[t`Part`, t`No points`, t`All points`, t`Points`]}>
            {formula.parts.map((part) => (
              <tr key={part.key}>
                <th scope="row" className={classes.wrap}>{words.name(part.key)}</th>
                <td>{t`to ${bound(part.key, part.begins)}`}</td>
                <td>{t`from ${bound(part.key, part.full)}`}</td>
                <td>{format.number(part.points)}</td>
              </tr>
            ))}
      </WideTable>
      <p className={classes.dim}>
        <Trans>Read from the list of projects as it was at each month's end, and from who is assigned in plans as they stand today. A status counts for {formula.stated_within} days. A project that moved counts where it is now.</Trans>{' '}
        <Trans>What stands for a skill is the category of a project.</Trans>{' '}
        {need.unskilled > 0 && <Plural value={need.unskilled} one="# project has none, so it competes with nobody." other="# projects have none, so they compete with nobody." />}{' '}
        {need.unknown > 0 && <Plural value={need.unknown} one="# resource of plans is nobody known here and is not counted." other="# resources of plans are nobody known here and are not counted." />}
      </p>
    </>
  )
}
