/** Seven perspectives of a domain as a radar: this assessment filled, the one before as a thin line. Its table stands beside it. */
import { useLingui } from '@lingui/react/macro'
import { PERSPECTIVES } from '~/client/maturity'
import classes from './Maturity.module.css'
import { anchorOf, corner, outline } from './radar'
import { useWords } from './useMaturity'

const [RADIUS, WIDTH, HEIGHT, MOST] = [110, 440, 290, 5]
const LEVELS = [1, 2, 3, 4, 5]

export function Radar({ now, before, told }: { now: readonly (number | null)[]; before: readonly (number | null)[] | null; told: string }) {
  const { t } = useLingui()
  const words = useWords()
  const axes = PERSPECTIVES.length
  const shape = outline(now, MOST, RADIUS)
  const was = before && outline(before, MOST, RADIUS)
  return (
    <figure className={classes.figure}>
      <svg viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`} role="img" aria-label={told} className={classes.radar}>
        <g aria-hidden="true">
          {LEVELS.map((level) => (
            <path key={level} className={classes.ring} d={outline(PERSPECTIVES.map(() => level), MOST, RADIUS) ?? ''} />
          ))}
          {PERSPECTIVES.map((perspective, index) => {
            const end = corner(index, axes, 1, RADIUS)
            const place = corner(index, axes, 1, RADIUS + 16)
            return (
              <g key={perspective}>
                <line className={classes.ring} x1="0" y1="0" x2={end.x} y2={end.y} />
                <text x={place.x} y={place.y + 4} textAnchor={anchorOf(place.x)}>{words.perspective(perspective)}</text>
              </g>
            )
          })}
          {LEVELS.map((level) => (
            <text key={level} className={classes.tick} x="4" y={-(RADIUS * level) / MOST + 11}>{level}</text>
          ))}
          {shape && <path className={classes.now} d={shape} />}
          {was && <path className={classes.was} d={was} />}
          {now.map((value, index) => {
            if (value === null) return null
            const { x, y } = corner(index, axes, value / MOST, RADIUS)
            return <circle key={index} className={classes.dot} cx={x} cy={y} r="3.5" />
          })}
        </g>
      </svg>
      <figcaption className={classes.legend}>
        <span><i data-line="now" aria-hidden="true" /> {t`this assessment`}</span>
        {was && <span><i data-line="was" aria-hidden="true" /> {t`the one before`}</span>}
      </figcaption>
    </figure>
  )
}
