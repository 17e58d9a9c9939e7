/** Evaluates the largest page's code before the router asks for it; it is on its way already (see public/first-paint.js). */

const PLAN = /^\/projects\/\d+\/plan\/?$/

export function readAhead(path: string): void {
  if (PLAN.test(path)) void import('~/app/PlanRoute')
}
