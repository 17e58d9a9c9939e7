/** Which of all expectations are shown, in their groups. */
import type { Expectation, ExpectationKind } from '~/client/expectations'
import { textOf } from '~/engines/register/columns'
import { WHENS, type HomeSearch, type Part, type WhenShown } from './search'

const PART_OF: Record<ExpectationKind, Part> = {
  task: 'work',
  row: 'work',
  status: 'method',
  artefact: 'method',
  finding: 'method',
  check_in: 'method',
  waiver: 'decisions',
  request: 'decisions',
  mention: 'talk',
  question: 'talk',
  training: 'training',
}

export const partOf = (one: Expectation): Part => PART_OF[one.kind]

export interface Group {
  readonly when: WhenShown
  readonly items: readonly Expectation[]
}

/** Groups with something in them, in the order in which it is due. */
export function chosen(items: readonly Expectation[], { part, when, q = '' }: HomeSearch, locale: string): Group[] {
  const words = folded(q).split(/\s+/).filter(Boolean)
  const has = (one: Expectation) => {
    const text = folded([textOf(one.title, locale), ...one.path, textOf(one.why.said, locale)].join(' '))
    return words.every((word) => text.includes(word))
  }
  const shown = items.filter((one) => (!part || partOf(one) === part) && (!when || one.when === when) && has(one))
  return WHENS.map((each) => ({ when: each, items: shown.filter((one) => one.when === each) })).filter((group) => group.items.length > 0)
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
