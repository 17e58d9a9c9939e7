/** What Ctrl+K found, in groups, and where each of it leads. */
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { Highlight, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { foundQuestionsQuery, type Question } from '~/client/practice'
import { searchQuery } from '~/client/queries'
import type { Found } from '~/client/types'
import { useNodeKind } from '~/ui/nodeKind'
import classes from './FindAnything.module.css'

const WAIT = 120
const MOST_OF_EACH = 8

interface Search {
  readonly groups: SpotlightActionGroupData[]
  readonly waiting: boolean
  readonly failed: boolean
}

export function useFound(query: string): Search {
  const { t } = useLingui()
  const [wanted] = useDebouncedValue(query.trim(), WAIT)
  const asked = useQuery({ ...searchQuery(wanted, MOST_OF_EACH), enabled: wanted.length > 0, placeholderData: keepPreviousData })
  const questions = useQuery({ ...foundQuestionsQuery(wanted, MOST_OF_EACH), enabled: wanted.length > 0, placeholderData: keepPreviousData })
  const questionAction = useQuestionAction(wanted)
  const action = useAction(wanted)
  const items = wanted ? (asked.data?.items ?? []) : []
  const names = [
    ['node', t`Work`],
    ['row', t`Rows`],
    ['comment', t`Comments`],
    ['file', t`Files`],
    ['person', t`People`],
  ] as const
  const groups = names
    .map(([what, group]) => ({ group, actions: items.filter((item) => item.what === what).map(action) }))
    .filter(({ actions }) => actions.length > 0)
  const answered = wanted ? (questions.data?.items ?? []) : []
  if (answered.length > 0) groups.push({ group: t`Questions`, actions: answered.map(questionAction) })
  return { groups, waiting: asked.isFetching || query.trim() !== wanted, failed: asked.isError }
}

function useQuestionAction(wanted: string) {
  const navigate = useNavigate()
  return (one: Question) => ({
    id: `question-${one.id}`,
    label: one.text,
    keywords: [wanted],
    onClick: () => void navigate({ to: '/ask', search: { question: one.id } }),
    children: <Line item={{ title: one.text, snippet: one.answers.at(-1)?.text ?? '', what: 'question' }} wanted={wanted} where={one.office} />,
  })
}

function useAction(wanted: string) {
  const kindName = useNodeKind()
  const go = useGo()
  return (item: Found) => ({
    id: `${item.what}-${item.id}`,
    label: item.title || item.snippet,
    // The server has chosen: nothing is filtered out here for being written otherwise.
    keywords: [wanted],
    onClick: () => go(item),
    children: <Line item={item} wanted={wanted} where={item.what === 'node' ? [kindName(item.kind as never), ...item.path.slice(-1)].join(' · ') : item.path.slice(-2).join(' › ')} />,
  })
}

function Line({ item, wanted, where }: { item: { title: string; snippet: string; what: string }; wanted: string; where: string }) {
  const words = wanted.split(/\s+/)
  return (
    <span className={classes.found}>
      <Highlight highlight={words} size="sm" truncate component="span">
        {item.title || item.snippet}
      </Highlight>
      {item.snippet && item.title && item.what !== 'node' ? (
        <Highlight highlight={words} size="xs" c="dimmed" truncate component="span">
          {item.snippet}
        </Highlight>
      ) : null}
      {where ? (
        <Text size="xs" c="dimmed" truncate component="span">
          {where}
        </Text>
      ) : null}
    </span>
  )
}

/** A row of a plan opens on the plan, that of a profile its project, any other in its register. */
function useGo(): (item: Found) => void {
  const navigate = useNavigate()
  return (item) => {
    const row = item.row_id ?? undefined
    if (item.what === 'person') void navigate({ to: '/people/$personId', params: { personId: item.id } })
    else if (item.kind === 'project') void navigate({ to: '/projects/$projectId', params: { projectId: item.node_id ?? item.id } })
    else if (item.what === 'node') void navigate({ to: '/portfolio', search: { node: item.id } })
    else if (item.kind === 'plan' && item.node_id !== null) void navigate({ to: '/projects/$projectId/plan', params: { projectId: item.node_id }, search: row === undefined ? {} : { row } })
    else if (item.sheet_id !== null) void navigate({ to: '/sheet/$sheetId', params: { sheetId: item.sheet_id }, search: row === undefined ? {} : { row: `${item.sheet_id}.${row}` } })
  }
}
