/** The methods that there are: which come with Milepost, which an office made, where each holds, and how much it asks. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { packsQuery, type PackLine } from '~/client/methods'
import { PageHeader } from '~/ui/PageHeader'
import { Bone, ErrorState } from '~/ui/States'
import { useTold } from '~/ui/told'
import classes from './Method.module.css'
import { useMethodWords } from './words'

export function MethodPage() {
  const { t } = useLingui()
  const found = useQuery(packsQuery)
  const packs = found.data ?? []
  const held = packs.filter((pack) => pack.held_at.length > 0)
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <PageHeader title={t`Method`}>
        <p className={classes.about} style={{ paddingBottom: 16 }}>
          <Trans>A pack says how projects are run: its phases and gates, what a project has to have and why, and how it is done. Take one up at a place, and it holds for every project there and below.</Trans>
        </p>
      </PageHeader>
      {!found.data && (
        <div className={classes.body}>
          <Bone width="50%" height={20} />
        </div>
      )}
      {found.data && (
        <div className={classes.body}>
          <Packs title={t`In use`} packs={held} none={t`No method holds anywhere that you see. Open a pack below and take it up at a place.`} />
          <Packs title={t`Ready to be taken up`} packs={packs.filter((pack) => pack.held_at.length === 0)} none={t`All packs are in use.`} />
        </div>
      )}
    </>
  )
}

function Packs({ title, packs, none }: { title: string; packs: readonly PackLine[]; none: string }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      {packs.length === 0 && <p className={classes.about}>{none}</p>}
      <ul className={classes.list} style={{ padding: 0 }} aria-label={title}>
        {packs.map((pack) => (
          <Line key={pack.key} pack={pack} />
        ))}
      </ul>
    </section>
  )
}

function Line({ pack }: { pack: PackLine }) {
  const told = useTold()
  const words = useMethodWords()
  const minutes = ['S', 'M', 'L'].map((size) => pack.burden[size]?.minutes ?? 0)
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <Link to="/method/$packKey" params={{ packKey: pack.key }}>
          <strong>{told(pack.title)}</strong>
        </Link>
        <p className={classes.about}>{told(pack.about)}</p>
        <div className={classes.chips} style={{ marginTop: 6 }}>
          <span className={classes.chip}>{words.cycle(pack.life_cycle)}</span>
          {pack.types.map((type) => (
            <span key={type} className={classes.chip}>
              {words.type(type)}
            </span>
          ))}
          {pack.industry.map((name) => (
            <span key={name} className={classes.chip}>
              {words.industry(name)}
            </span>
          ))}
          {pack.has_draft && (
            <span className={classes.chip} data-tone="amber">
              <Trans>has a draft</Trans>
            </span>
          )}
        </div>
      </div>
      <div className={classes.side}>
        <p>
          {pack.origin === 'shipped' ? <Trans>Comes with Milepost, version {pack.version.number}</Trans> : <Trans>Made for {pack.node?.name}, version {pack.version.number}</Trans>}
        </p>
        <p>
          <Trans>
            Asks a project manager {least} to {most} minutes a week
          </Trans>
        </p>
        {pack.held_at.map((place) => (
          <p key={place.id}>
            <Trans>
              Holds at <span translate="no">{place.name}</span>, version {place.number}
            </Trans>
          </p>
        ))}
      </div>
    </li>
  )
}
