import { describe, expect, it } from 'vitest'
import type { FindingGroup, Kept } from '~/client/findings'
import { answerOf, countOf, shown } from './summary'

const group = (key: string, counts: Partial<FindingGroup>): FindingGroup => ({ key, name: '', error: 0, warning: 0, advice: 0, waived: 0, projects: 0, ...counts })
const RULES = [group('no_plan', { error: 2, projects: 2 }), group('stale_log', { warning: 5, waived: 1, projects: 5 }), group('no_sponsor', { advice: 9, projects: 9 })]
const KEPT: Kept = { node: { id: 1, name: 'Networks', kind: 'unit' }, checked: 40, keeping: 12, unchecked: 3, open: { error: 2 }, waived: 1, since: null, rules: RULES, projects: [], may_run: true }

describe('the title line', () => {
  it('names what most projects fail, and never mere advice', () => {
    expect(answerOf(KEPT)).toEqual({ checked: 40, keeping: 12, most: { rule: 'stale_log', projects: 5 } })
    expect(answerOf({ ...KEPT, rules: [group('no_sponsor', { advice: 9, projects: 9 })] }).most).toBeUndefined()
  })
})

describe('groups', () => {
  it('count what the filter shows', () => {
    const log = RULES[1] as FindingGroup
    expect([countOf(log, undefined, 'open'), countOf(log, undefined, 'waived'), countOf(log, undefined, 'all'), countOf(log, 'error', 'open')]).toEqual([5, 1, 6, 0])
    expect(shown(RULES, 'advice', 'open').map((one) => one.key)).toEqual(['no_sponsor'])
  })
})
