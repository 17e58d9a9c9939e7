/** The figures of a business case; each opens how it is computed, with the years that it comes from. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Figure, Figures } from '~/client/intake'
import { useFormat } from '~/lib/useFormat'
import { Inspector } from '~/ui/Inspector'
import { Answer, Formula } from '~/ui/why/Facts'
import classes from './Intake.module.css'
import { useMissingText } from './useIntakeWords'

type Key = 'npv' | 'irr' | 'payback' | 'discounted_payback' | 'bcr' | 'roi'
const KEYS: readonly Key[] = ['npv', 'irr', 'payback', 'discounted_payback', 'bcr', 'roi']

interface CaseFiguresProps {
  figures: Figures
  currency: string
  rate: number
}

export function CaseFigures(props: CaseFiguresProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Key | null>(null)
  const names = useNames()
  const told = useTold(props.currency)
  return (
    <>
      <div className={classes.tiles}>
        {KEYS.map((key) => (
          <button key={key} type="button" className={classes.tile} aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>
            <span className={classes.dim}>{names[key]}</span>
            <strong>{told(key, props.figures[key])}</strong>
          </button>
        ))}
      </div>
      {open && (
        <Inspector title={names[open]} onClose={() => setOpen(null)}>
          <WhyFigure name={open} {...props} title={t`How it is computed`} />
        </Inspector>
      )}
    </>
  )
}

function useNames(): Record<Key, string> {
  const { t } = useLingui()
  return { npv: t`Net present value`, irr: t`Internal rate`, payback: t`Payback`, discounted_payback: t`Payback, discounted`, bcr: t`Benefit to cost`, roi: t`Return on investment` }
}

function useTold(currency: string): (key: Key, figure: Figure) => string {
  const { t } = useLingui()
  const format = useFormat()
  return (key, { value }) => {
    if (value === null) return t`n/a`
    if (key === 'npv') return format.amount(value, currency)
    if (key === 'irr' || key === 'roi') return format.percent(value, 1)
    if (key === 'bcr') return format.number(value, 2)
    return t`${format.number(value, 1)} years`
  }
}

function WhyFigure({ name, figures, currency, rate, title }: CaseFiguresProps & { name: Key; title: string }) {
  const format = useFormat()
  const told = useTold(currency)
  const missing = useMissingText()
  const figure = figures[name]
  const rates = figure.rates.map((each) => format.percent(each, 2)).join(', ')
  return (
    <>
      <Answer>{told(name, figure)}</Answer>
      {figure.value === null && <p>{missing(figure.code, figure.reason)} {rates}</p>}
      <h3>{title}</h3>
      <Formula>
        <Words name={name} figures={figures} currency={currency} rate={rate} />
      </Formula>
      <YearTable figures={figures} />
    </>
  )
}

/** The formula in words, filled with this case. */
function Words({ name, figures, currency, rate }: CaseFiguresProps & { name: Key }) {
  const format = useFormat()
  const [by, cost, income] = [format.percent(rate, 1), format.amount(figures.cost, currency), format.amount(figures.income, currency)]
  switch (name) {
    case 'npv':
      return <Trans>The sum of what is left of each year, divided by (1 + {by}) for each year that lies ahead. Year 0 counts as it is.</Trans>
    case 'irr':
      return <Trans>The rate at which the net present value is zero. Where the years change between cost and gain more than once there may be several: then none of them is given as the answer.</Trans>
    case 'payback':
      return <Trans>The years until the running sum reaches zero and stays there, evenly inside a year.</Trans>
    case 'discounted_payback':
      return <Trans>The same of the present values at {by}.</Trans>
    case 'bcr':
      return <Trans>The present value of all incomes divided by the present value of all costs, at {by}.</Trans>
    case 'roi':
      return <Trans>Income less cost, divided by cost, not discounted: {income} less {cost}, divided by {cost}.</Trans>
  }
}

function YearTable({ figures }: { figures: Figures }) {
  const format = useFormat()
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-small>
        <thead>
          <tr>
            <th scope="col"><Trans>Year</Trans></th>
            <th scope="col" data-number><Trans>Net</Trans></th>
            <th scope="col" data-number><Trans>Factor</Trans></th>
            <th scope="col" data-number><Trans>Present value</Trans></th>
            <th scope="col" data-number><Trans>Running</Trans></th>
          </tr>
        </thead>
        <tbody>
          {figures.years.map((line) => (
            <tr key={line.year}>
              <th scope="row">{line.year}</th>
              <td data-number>{format.number(line.net)}</td>
              <td data-number>{format.number(line.factor, 3)}</td>
              <td data-number>{format.number(line.present)}</td>
              <td data-number>{format.number(line.running_present)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
