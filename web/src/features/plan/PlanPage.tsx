/** The plan of a project: grid and Gantt in step. */
export function PlanPage({ projectId, sheetId }: { projectId: number; sheetId: number }) {
  return <div data-project={projectId} data-sheet={sheetId} />
}
