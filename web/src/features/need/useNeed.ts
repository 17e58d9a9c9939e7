/** The address of the page, and the words for what it shows. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Need, OfficeType, StretchPart } from '~/client/need'
import type { Figure, NeedSearch } from './search'

const route = getRouteApi('/shell/office/$nodeId/need')

export function useNeedAddress(): [number, NeedSearch, (change: { [Key in keyof NeedSearch]?: NeedSearch[Key] | undefined }) => void] {
  const navigate = route.useNavigate()
  const { nodeId } = route.useParams()
  const change = useCallback((part: object) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate])
  return [nodeId, route.useSearch(), change]
}

export interface Words {
  readonly name: (figure: Figure) => string
  readonly office: (office: OfficeType) => string
  readonly answer: (need: Need) => string
  readonly reason: (part: StretchPart) => string
}

export function useWords(): Words {
  const { t } = useLingui()
  const names: Record<Figure, string> = {
    figure: t`Stretch`,
    projects: t`Projects that run`,
    people: t`People on three or more`,
    competing: t`Competing projects`,
    overdue: t`Overdue`,
    unstatused: t`Without a status`,
  }
  const offices: Record<OfficeType, string> = { none: t`none needed`, supportive: t`supportive`, controlling: t`controlling`, directive: t`directive` }
  const answers: Record<OfficeType, string> = {
    none: t`No office is needed.`,
    supportive: t`A supportive office would help.`,
    controlling: t`A controlling office would help.`,
    directive: t`A directive office would help.`,
  }
  const reasons: Record<StretchPart['key'], (part: StretchPart) => string> = {
    projects: ({ count }) => t`${plural(count, { one: '# project runs at once', other: '# projects run at once' })}`,
    people: ({ count, of }) => t`${plural(count, { one: '# person', other: '# people' })} of ${of} on three projects or more`,
    competing: ({ count, of }) => t`${count} of ${of} projects with a rival of the same priority for the same skill`,
    overdue: ({ count, of }) => t`${count} of ${of} overdue`,
    unstatused: ({ count, of }) => t`${count} of ${of} without a fresh status`,
  }
  return {
    name: (figure) => names[figure],
    office: (office) => offices[office],
    answer: ({ answer }) => (answer.office === null ? t`No project runs here, so there is nothing to judge by.` : answer.few ? t`No office is needed: too few projects run here.` : answers[answer.office]),
    reason: (part) => reasons[part.key](part),
  }
}
