/** Why the selected task stands where it stands: the chain that drives it, from the start of the project, each step a way to go there. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { CellWords } from '~/engines/plan/cellText'
import { formatLag, type Link } from '~/engines/plan/links'
import type { RowId } from '~/engines/plan/rows'
import classes from './PlanPage.module.css'
import { drivingChain, type ChainStep } from './sheetApi'

const NO_STEPS: readonly ChainStep[] = []
/** A chain of two thousand tasks is read from its end; all of it comes when somebody asks. */
const SHOWN = 40

interface DrivingStripProps {
  sheetId: number
  row: RowId | undefined
  version: number
  words: CellWords
  choose: (row: RowId) => void
}

export function DrivingStrip({ sheetId, row, version, words, choose }: DrivingStripProps) {
  const { t } = useLingui()
  const [asked] = useDebouncedValue(`${row ?? ''}:${version}`, 200)
  const [wanted, at] = asked.split(':') as [string, string]
  const [wholeOf, setWholeOf] = useState<RowId>()
  const whole = wholeOf === Number(wanted)
  const chain = useQuery({
    queryKey: ['driving-chain', sheetId, wanted, at, whole],
    queryFn: () => drivingChain(sheetId, Number(wanted), whole ? undefined : SHOWN),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const steps = row === undefined ? NO_STEPS : (chain.data?.steps ?? NO_STEPS)
  const leftOut = row === undefined ? 0 : (chain.data?.left_out ?? 0)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.scrollTo({ left: list.current.scrollWidth })
  }, [steps])
  return (
    <nav className={classes.strip} aria-label={t`What drives the selected task`} ref={list}>
      {steps.length === 0 ? (
        <span>{row === undefined ? <Trans>Select a task to see what drives its dates.</Trans> : <Trans>Driven by</Trans>}</span>
      ) : (
        <>
          <span>
            <Trans>Driven by</Trans>
          </span>
          {leftOut > 0 && (
            <button type="button" className={classes.step} onClick={() => setWholeOf(row)}>
              <Plural value={leftOut} one="# earlier task" other="# earlier tasks" />
            </button>
          )}
          <ol>
            {steps.map((step) => (
              <li key={step.row_id}>
                <Step step={step} words={words} current={step.row_id === row} choose={choose} />
              </li>
            ))}
          </ol>
        </>
      )}
    </nav>
  )
}

function Step({ step, words, current, choose }: { step: ChainStep; words: CellWords; current: boolean; choose: (row: RowId) => void }) {
  const number = words.numberOf(step.row_id)
  const link = step.link && step.link.kind + formatLag({ row: 0, lag_unit: 'work', ...step.link } as Link, words.time, words.letters)
  return (
    <button type="button" className={classes.step} aria-current={current ? 'step' : undefined} onClick={() => choose(step.row_id)} title={words.moments.full(step.finish)}>
      {link && link !== 'FS' && <small>{link} </small>}
      <small>{number}</small> <bdi>{step.name}</bdi>
    </button>
  )
}
