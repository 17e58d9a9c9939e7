/** A life cycle as a picture: phases in order, the gates between them, what repeats, and where a project stands. */
import { Trans, useLingui } from '@lingui/react/macro'
import { IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTold } from '~/ui/told'
import classes from './LifeCycle.module.css'

interface Phase {
  key: string
  title: Record<string, string>
  about?: Record<string, string>
  stage: string
}
interface Gate {
  key: string
  title: Record<string, string>
  leaves: string
  gatekeeper: string
}

interface LifeCycleProps {
  phases: readonly Phase[]
  gates: readonly Gate[]
  /** What a gatekeeper's role is called. */
  roleName?: (key: string) => string
  /** The work repeats in short rounds. */
  rounds?: boolean
  /** The stage that a project is in. */
  now?: string | null
  children?: (phase: Phase) => ReactNode
}

export function LifeCycle({ phases, gates, roleName = (key) => key, rounds = false, now, children }: LifeCycleProps) {
  const { t } = useLingui()
  const told = useTold()
  return (
    <ol className={classes.cycle} aria-label={t`Life cycle`}>
      {phases.map((phase) => (
        <li key={phase.key} className={classes.step}>
          <div className={classes.phase} data-now={(now && phase.stage === now) || undefined} aria-current={now && phase.stage === now ? 'step' : undefined}>
            <strong>
              {told(phase.title)}
              {rounds && phase.stage === 'execution' && <IconRepeat size={16} stroke={1.75} aria-label={t`in rounds`} />}
            </strong>
            {phase.about && <p>{told(phase.about)}</p>}
            {children?.(phase)}
          </div>
          {gates
            .filter((gate) => gate.leaves === phase.key)
            .map((gate) => (
              <div key={gate.key} className={classes.gate}>
                <span className={classes.diamond} aria-hidden="true" />
                <span>
                  <strong>{told(gate.title)}</strong>
                  <small>
                    <Trans>opened by {roleName(gate.gatekeeper)}</Trans>
                  </small>
                </span>
              </div>
            ))}
        </li>
      ))}
    </ol>
  )
}
