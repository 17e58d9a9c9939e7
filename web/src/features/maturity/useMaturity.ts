/** The address of the page, and the words for domains, perspectives, levels and states. */
import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Domain, Perspective } from '~/client/maturity'
import type { MaturitySearch } from './search'

const route = getRouteApi('/shell/office/$nodeId/maturity')

export function useMaturityAddress(): [number, MaturitySearch, (change: { [Key in keyof MaturitySearch]?: MaturitySearch[Key] | undefined }) => void] {
  const navigate = route.useNavigate()
  const { nodeId } = route.useParams()
  const change = useCallback((part: object) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true }), [navigate])
  return [nodeId, route.useSearch(), change]
}

export interface Words {
  readonly domain: (domain: string) => string
  /** As the subject of a sentence. */
  readonly subject: (domain: Domain) => string
  readonly perspective: (perspective: string) => string
  readonly level: (level: number) => string
  readonly status: (status: string | null) => string
  /** The text of a question in the reader's language. */
  readonly text: (texts: Record<string, string>) => string
}

export function useWords(): Words {
  const { t, i18n } = useLingui()
  const domains: Record<Domain, string> = { portfolio: t`Portfolio`, programme: t`Programmes`, project: t`Projects` }
  const subjects: Record<Domain, string> = { portfolio: t`The portfolio is`, programme: t`Programmes are`, project: t`Projects are` }
  const perspectives: Record<Perspective, string> = {
    management_control: t`Management control`,
    benefits: t`Benefits`,
    finance: t`Finance`,
    stakeholders: t`Stakeholders`,
    risk: t`Risk`,
    governance: t`Governance`,
    resources: t`Resources`,
  }
  const levels = [t`aware`, t`repeatable`, t`defined`, t`managed`, t`optimised`]
  const states: Record<string, string> = { open: t({ context: 'state of an improvement', message: 'Open' }), in_progress: t`In progress`, done: t`Done`, dropped: t`Dropped` }
  return {
    domain: (domain) => domains[domain as Domain] ?? domain,
    subject: (domain) => subjects[domain],
    perspective: (perspective) => perspectives[perspective as Perspective] ?? perspective,
    level: (level) => levels[level - 1] ?? '',
    status: (status) => (status === null ? '' : (states[status] ?? status)),
    text: (texts) => texts[i18n.locale] ?? texts.en ?? '',
  }
}
