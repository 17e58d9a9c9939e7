/** What the address of the training page holds: the tab of an office, and the course that is open, as `version.key`. */
export interface TrainingSearch {
  readonly course?: string
  readonly office?: number
}

export function readTrainingSearch(raw: Record<string, unknown>): TrainingSearch {
  const course = typeof raw.course === 'string' && /^\d{1,16}\.[a-z][a-z0-9_]{0,39}$/.test(raw.course) ? raw.course : undefined
  const office = typeof raw.office === 'number' && Number.isSafeInteger(raw.office) && raw.office > 0 ? raw.office : undefined
  return { ...(course ? { course } : {}), ...(office ? { office } : {}) }
}
