/** The profile of a domain: radar, table against the assessment before, and behind each level what was answered. */
import { SegmentedControl, Select } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DOMAINS, PERSPECTIVES, type Domain, type Outcome, type Perspective } from '~/client/maturity'
import { useFormat } from '~/lib/useFormat'
import table from '~/ui/profile/Profile.module.css'
import classes from './Maturity.module.css'
import { Radar } from './Radar'
import { useMaturityAddress, useWords } from './useMaturity'
import { WhyLevel } from './WhyLevel'

const TALK_FROM = 2

export function Profile({ finished, shown }: { finished: readonly Outcome[]; shown: Outcome }) {
  const { t } = useLingui()
  const words = useWords()
  const format = useFormat()
  const [, search, change] = useMaturityAddress()
  const domain = search.domain ?? 'project'
  return (
    <section aria-label={t`Profile of maturity`} className={classes.profile}>
      <div className={classes.bar}>
        <SegmentedControl aria-label={t`Domain`} value={domain} onChange={(value) => change({ domain: value as Domain, perspective: undefined })} data={DOMAINS.map((each) => ({ value: each, label: words.domain(each) }))} />
        {finished.length > 1 && (
          <Select
            aria-label={t`Assessment`}
            allowDeselect={false}
            value={String(shown.id)}
            onChange={(id) => change({ of: id === null ? undefined : Number(id), perspective: undefined })}
            data={finished.map((each) => ({ value: String(each.id), label: t`No. ${each.number}, ${format.date((each.finished_at ?? each.at).slice(0, 10))}` }))}
          />
        )}
        <span className={classes.dim}><Plural value={shown.assessors} one="# assessor" other="# assessors" /></span>
      </div>
      <DomainProfile shown={shown} domain={domain} />
      {search.perspective && <WhyLevel shown={shown} domain={domain} perspective={search.perspective} />}
    </section>
  )
}

function DomainProfile({ shown, domain }: { shown: Outcome; domain: Domain }) {
  const { t } = useLingui()
  const words = useWords()
  const cell = (perspective: Perspective) => shown.cells.find((each) => each.domain === domain && each.perspective === perspective)
  const before = (perspective: Perspective) => shown.changes.find((each) => each.domain === domain && each.perspective === perspective)?.before ?? null
  const now = PERSPECTIVES.map((perspective) => cell(perspective)?.level ?? null)
  const bounds = shown.claims.find((each) => each.domain === domain)?.bounded_by ?? []
  const name = words.domain(domain)
  return (
    <div className={classes.columns}>
      <Radar now={now} before={shown.changes.length > 0 ? PERSPECTIVES.map(before) : null} told={t`Levels of ${name} by perspective; the table beside says the same`} />
      <table className={`${table.table} ${classes.levels}`}>
        <caption className="mp-visually-hidden">{t`Levels of ${name} by perspective`}</caption>
        <thead>
          <tr>
            <th scope="col"><Trans>Perspective</Trans></th>
            <th scope="col"><Trans>Level</Trans></th>
            <th scope="col"><Trans>Before</Trans></th>
            <th scope="col"><Trans>Difference</Trans></th>
          </tr>
        </thead>
        <tbody>
          {PERSPECTIVES.map((perspective) => (
            <tr key={perspective} data-bounds={bounds.includes(perspective) || undefined}>
              <th scope="row">
                {words.perspective(perspective)}
                {bounds.includes(perspective) && <span className={classes.mark}><Trans>bounds the claim</Trans></span>}
                {(cell(perspective)?.spread ?? 0) >= TALK_FROM && <span className={classes.mark} data-tone="amber"><Trans>answers lie apart</Trans></span>}
              </th>
              <td><Level perspective={perspective} level={cell(perspective)?.level ?? null} /></td>
              <td className={table.dim}>{before(perspective) ?? t`n/a`}</td>
              <td><Change shown={shown} domain={domain} perspective={perspective} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Level({ perspective, level }: { perspective: Perspective; level: number | null }) {
  const { t } = useLingui()
  const words = useWords()
  const [, search, change] = useMaturityAddress()
  const chosen = search.perspective === perspective
  const name = words.perspective(perspective)
  const text = level === null ? t`n/a` : `${level} ${words.level(level)}`
  return (
    <button type="button" className={classes.cell} aria-pressed={chosen} aria-label={t`${name}: ${text}. Why`} onClick={() => change({ perspective: chosen ? undefined : perspective })}>
      {text}
    </button>
  )
}

function Change({ shown, domain, perspective }: { shown: Outcome; domain: Domain; perspective: Perspective }) {
  const { t } = useLingui()
  const format = useFormat()
  const by = shown.changes.find((each) => each.domain === domain && each.perspective === perspective)?.by ?? null
  if (by === null) return <span className={table.dim}>{t`n/a`}</span>
  return <span className={by === 0 ? table.dim : table.late}>{by > 0 ? `+${format.number(by)}` : format.number(by)}</span>
}
