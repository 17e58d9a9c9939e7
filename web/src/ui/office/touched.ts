/** What is read again when who answers for a project changed. */
export const touchedBy = (projectId: number) => [['answerable', projectId], ['office'], ['project', projectId], ['portfolio']]
