/** What the address of the plan page holds: view, zoom, selection and filters. */
export interface PlanSearch {
  q?: string
}

/** Reads the address; anything that does not fit is left out. */
export function readPlanSearch(raw: Record<string, unknown>): PlanSearch {
  return { q: typeof raw.q === 'string' ? raw.q : undefined }
}
