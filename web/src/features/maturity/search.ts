/** What the addresses of the pages hold: the domain, the assessment that is looked at, the perspective that is open. */
import { DOMAINS, PERSPECTIVES, type Domain, type Perspective } from '~/client/maturity'

export interface MaturitySearch {
  readonly domain?: Domain
  readonly of?: number
  readonly perspective?: Perspective
  readonly improve?: true
}

export interface AssessSearch {
  readonly domain?: Domain
}

export function readMaturitySearch(raw: Record<string, unknown>): MaturitySearch {
  const domain = DOMAINS.find((each) => each === raw.domain)
  const perspective = PERSPECTIVES.find((each) => each === raw.perspective)
  return {
    ...(domain ? { domain } : {}),
    ...(typeof raw.of === 'number' && Number.isSafeInteger(raw.of) && raw.of > 0 ? { of: raw.of } : {}),
    ...(perspective ? { perspective } : {}),
    ...(raw.improve === true ? { improve: true } : {}),
  }
}

export function readAssessSearch(raw: Record<string, unknown>): AssessSearch {
  const domain = DOMAINS.find((each) => each === raw.domain)
  return domain ? { domain } : {}
}
