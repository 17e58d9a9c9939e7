/** The roadmap: improvements as rows of the register, how each stands, and the way to make more of them. */
import { Button } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Improvement, Maturity, Outcome } from '~/client/maturity'
import { useFormat } from '~/lib/useFormat'
import { LinkButton } from '~/ui/LinkButton'
import { WideTable } from '~/ui/profile/WideTable'
import classes from './Maturity.module.css'
import { useMaturityAddress, useWords } from './useMaturity'

export function Roadmap({ maturity, shown }: { maturity: Maturity; shown: Outcome }) {
  const [, , change] = useMaturityAddress()
  const { sheet_id: sheet, items } = maturity.roadmap
  const may = maturity.may.includes('improve') && shown.finished_at !== null
  return (
    <section className={classes.roadmap} aria-labelledby="roadmap">
      <div className={classes.bar}>
        <h2 id="roadmap"><Trans>Roadmap of improvements</Trans></h2>
        {items.length > 0 && <Progress items={items} />}
        <span className={classes.push} />
        {sheet !== null && (
          <LinkButton to="/sheet/$sheetId" params={{ sheetId: sheet }} variant="default">
            <Trans>Open as a register</Trans>
          </LinkButton>
        )}
        {may && (
          <Button variant={items.length > 0 ? 'default' : 'filled'} onClick={() => change({ improve: true })}>
            <Trans>Improve what is weak</Trans>
          </Button>
        )}
      </div>
      {items.length === 0 || sheet === null ? (
        <p className={classes.dim}><Trans>Nothing is planned yet. Choose weak answers, and each becomes a row with an owner and a date.</Trans></p>
      ) : (
        <Table items={items} sheet={sheet} />
      )}
    </section>
  )
}

function Progress({ items }: { items: readonly Improvement[] }) {
  const done = items.filter((each) => each.status === 'done').length
  const late = items.filter((each) => each.late).length
  return (
    <p className={classes.dim}>
      <Trans>{done} of {items.length} done</Trans>{late > 0 && <>, <Plural value={late} one="# is late" other="# are late" /></>}
    </p>
  )
}

function Table({ items, sheet }: { items: readonly Improvement[]; sheet: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  return (
    <WideTable caption={t`Improvements`} head={[t`Improvement`, t`Perspective`, t`Level`, t`Responsible`, t`Due`, t`Status`]} className={classes.items}>
          {items.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link to="/sheet/$sheetId" params={{ sheetId: sheet }} search={{ row: `${sheet}.${each.id}`, panel: true }} translate="no">{each.name}</Link>
              </th>
              <td>{each.perspective && words.perspective(each.perspective)}{each.domain && <>, {words.domain(each.domain)}</>}</td>
              <td>{each.from_level !== null && each.to_level !== null ? `${each.from_level} → ${each.to_level}` : ''}</td>
              <td translate="no">{each.owner?.name}</td>
              <td>{each.due && format.date(each.due)}</td>
              <td>
                <span className={classes.state} data-status={each.status ?? undefined} data-late={each.late || undefined}>{words.status(each.status)}{each.late && <>, <Trans>late</Trans></>}</span>
              </td>
            </tr>
          ))}
      </WideTable>
  )
}
