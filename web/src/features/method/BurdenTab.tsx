/** The burden meter: what a pack asks of a project manager by size, against its own budget, and what makes it up. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Burden, PackPage } from '~/client/methods'
import classes from './Method.module.css'
import { useRoleName, useThingName } from './names'
import { useMethodWords } from './words'

const SIZES = ['S', 'M', 'L'] as const

export function BurdenTab({ pack }: { pack: PackPage }) {
  return (
    <>
      <p className={classes.about}>
        <Trans>What the pack asks of a project manager over the whole project. Its own budget bounds it: a version that asks more cannot be released.</Trans>
      </p>
      <div className={classes.meters}>
        {SIZES.map((size) => {
          const burden = pack.burden[size]
          return burden && <BurdenMeter key={size} title={size} burden={burden} limit={pack.budget} />
        })}
      </div>
      <Parts pack={pack} />
    </>
  )
}

export function BurdenMeter({ title, burden, limit }: { title: string; burden: Burden; limit: { minutes: number | null; fields: number | null; documents: number | null } }) {
  const { t } = useLingui()
  const { once } = burden
  return (
    <div className={classes.meter}>
      <h3>{title}</h3>
      <Meter name={t`Minutes a week`} value={burden.minutes} limit={limit.minutes} />
      <Meter name={t`Fields to keep`} value={burden.fields} limit={limit.fields} />
      <Meter name={t`Documents and reports`} value={burden.documents} limit={limit.documents} />
      <span className={classes.dim}>
        <Trans>and {once} minutes once</Trans>
      </span>
    </div>
  )
}

function Meter({ name, value, limit }: { name: string; value: number; limit: number | null }) {
  const share = limit ? Math.min(100, (100 * value) / limit) : 0
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <span>{name}</span>
        <span>{limit === null ? value : <Trans>{value} of {limit}</Trans>}</span>
      </div>
      <div className={classes.bar} data-near={share > 85 || undefined} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
    </>
  )
}

/** Which artefact or policy asks how much, by size; what others than the project manager do stands in brackets. */
function Parts({ pack }: { pack: PackPage }) {
  const { t } = useLingui()
  const words = useMethodWords()
  const thing = useThingName(pack.says)
  const role = useRoleName(pack.says)
  const keys = [...new Set(SIZES.flatMap((size) => pack.burden[size]?.parts.map((part) => part.key) ?? []))]
  const partOf = (size: string, key: string) => pack.burden[size]?.parts.find((part) => part.key === key)
  return (
    <section className={classes.section}>
      <h2>
        <Trans>What makes it up</Trans>
      </h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by the keyboard */}
      <div className={classes.wide} tabIndex={0} role="region" aria-label={t`What makes it up`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t`Asked`}</th>
              <th scope="col">{t`Kind`}</th>
              <th scope="col">{t`By`}</th>
              {SIZES.map((size) => (
                <th key={size} scope="col" data-number>
                  <Trans>{size}, minutes a week</Trans>
                </th>
              ))}
              <th scope="col" data-number>{t`Fields`}</th>
              <th scope="col" data-number>{t`Minutes once`}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const [part] = SIZES.map((size) => partOf(size, key)).filter((one) => one !== undefined)
              if (!part) return null
              const shown = (value: number) => (part.counts ? String(value) : `(${value})`)
              return (
                <tr key={key}>
                  <th scope="row">{thing(key)}</th>
                  <td>{words.form(part.form)}</td>
                  <td>{role(part.owner)}</td>
                  {SIZES.map((size) => {
                    const there = partOf(size, key)
                    return (
                      <td key={size} data-number>
                        {there ? shown(there.minutes) : '–'}
                      </td>
                    )
                  })}
                  <td data-number>{shown(part.fields)}</td>
                  <td data-number>{shown(part.once)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={classes.dim}>
        <Trans>What stands in brackets is done by somebody else than the project manager and is not counted.</Trans>
      </p>
    </section>
  )
}
