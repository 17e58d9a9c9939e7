/** Below the grid: what the selection amounts to, and what can be done with it. */
import { Button } from '@mantine/core'
import { Plural, Trans } from '@lingui/react/macro'
import { formatDuration } from '~/engines/cells/durations'
import { selectionFigures } from '~/engines/plan/selection'
import classes from './PlanPage.module.css'
import type { Shared } from './shared'

export function SelectionBar({ state, outline, selection, words, actions }: Shared) {
  const rows = selection.rows.map((id) => outline.byId.get(id)?.row).filter((row) => row !== undefined)
  const figures = selectionFigures(rows, selection.columns)
  const many = figures.cells > 1
  const write = (value: number) => (figures.kind === 'duration' ? formatDuration({ seconds: Math.round(value) }, words.time, words.letters) : `${Math.round(value * 10) / 10}`)
  return (
    <div className={classes.bar}>
      <span>
        {many && figures.rows > 1 ? <Plural value={figures.rows} one="# row selected" other="# rows selected" /> : <Plural value={outline.all.length} one="# row" other="# rows" />}
        {outline.shown.length < outline.all.length && (
          <>
            {', '}
            <Trans>{outline.shown.length} shown</Trans>
          </>
        )}
      </span>
      {many && figures.sum !== null && selection.columns[0]?.type !== 'percent' && (
        <span>
          <Trans>
            Sum <strong>{write(figures.sum)}</strong>
          </Trans>
        </span>
      )}
      {many && figures.average !== null && (
        <span>
          <Trans>
            Average <strong>{write(figures.average)}</strong>
          </Trans>
        </span>
      )}
      <span className={classes.space} />
      {state.mayEdit && figures.rows > 1 && (
        <span className={classes.group}>
          <Button size="compact-sm" variant="subtle" onClick={actions.link}>
            <Trans>Link</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={actions.indent}>
            <Trans>Indent</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={actions.outdent}>
            <Trans>Outdent</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={actions.remove}>
            <Trans>Delete</Trans>
          </Button>
        </span>
      )}
    </div>
  )
}
