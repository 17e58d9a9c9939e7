/** What a page will read, asked for by `public/first-paint.js` while its code was still on the way. */

declare global {
  interface Window {
    /** Answers by path. */
    milepostAsked?: Record<string, Promise<Response>>
  }
}

/** Milliseconds of the page's life: whoever comes later than this reads anew. */
const KEPT_FOR = 10_000

/** The answer that was asked for ahead: for one reader, once. What was refused or did not come is asked for again. */
export function askedAhead(path: string): Promise<Response> | undefined {
  const answer = window.milepostAsked?.[path]
  if (!answer) return undefined
  delete window.milepostAsked?.[path]
  if (performance.now() > KEPT_FOR) return undefined
  const again = () => fetch(path, { credentials: 'same-origin' })
  return answer.then((response) => (response.ok ? response : again()), again)
}

const KEPT = 'milepost.plans'
const MOST_KEPT = 50

/** The plan that a project had when it was last looked at on this device: it may be another one by now. */
export function planSeenLast(project: number): number | null {
  return plansSeen()[project] ?? null
}

/** Keeps the plans of the projects that were looked at last, so that the next visit asks for the plan at once. */
export function rememberPlan(project: number, sheet: number): void {
  const seen = plansSeen()
  if (seen[project] === sheet) return
  const kept = Object.entries({ ...seen, [project]: sheet }).slice(-MOST_KEPT)
  localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(kept)))
}

function plansSeen(): Record<number, number> {
  try {
    return (JSON.parse(localStorage.getItem(KEPT) ?? '{}') ?? {}) as Record<number, number>
  } catch {
    return {}
  }
}
