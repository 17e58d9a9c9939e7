/** A project's colour, never as colour alone: circle G, triangle A, octagon R, dash for grey. */
import { useLingui } from '@lingui/react/macro'
import classes from './StatusMark.module.css'

export type Colour = 'G' | 'A' | 'R' | 'grey'

/** The server may say grey in more than one spelling, and null where nobody has said anything. */
export function colourOf(value: string | null | undefined): Colour {
  const first = (value ?? '').slice(0, 1).toUpperCase()
  if (value === 'G' || value?.toLowerCase() === 'green') return 'G'
  return first === 'A' || first === 'R' ? first : 'grey'
}

export function useColourName(): (colour: Colour) => string {
  const { t } = useLingui()
  const names: Record<Colour, string> = { G: t`Green`, A: t`Amber`, R: t`Red`, grey: t`No status` }
  return (colour) => names[colour]
}

const SHAPES: Record<Exclude<Colour, 'grey'>, React.ReactNode> = {
  G: <circle cx="10" cy="10" r="8.5" />,
  A: <path d="M10 1.2 19 17.6a.9.9 0 0 1-.8 1.3H1.8a.9.9 0 0 1-.8-1.3z" />,
  R: <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" />,
}

/** `label=""` where the word stands beside it. */
export function StatusMark({ colour, size = 18, label }: { colour: Colour; size?: number; label?: string }) {
  const name = useColourName()(colour)
  return (
    <svg className={classes.mark} data-colour={colour} {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label ?? name })} width={size} height={size} viewBox="0 0 20 20">
      {colour === 'grey' ? <path className={classes.dash} d="M4 10h12" /> : SHAPES[colour]}
      {colour !== 'grey' && (
        <text x="10" y={colour === 'A' ? 16.4 : 14.1} textAnchor="middle" aria-hidden="true">
          {colour}
        </text>
      )}
    </svg>
  )
}
