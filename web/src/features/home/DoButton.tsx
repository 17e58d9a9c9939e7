/** One click to do it: on the server where it can be done there, else the way to the very place. */
import { Button } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import type { Expectation } from '~/client/expectations'
import { fixFinding, touched } from '~/client/findings'
import { queryClient } from '~/client/queries'
import { mentionsQuery, readMentions } from '~/client/rows'
import { useAct } from '~/ui/useAct'
import classes from './Home.module.css'
import { useVerb } from './useWords'

const BY_SERVER = new Set(['create_register', 'create_document', 'make_plan', 'set_baseline'])

export function DoButton({ one, title }: { one: Expectation; title: string }) {
  const { t } = useLingui()
  const verb = useVerb()(one)
  const go = useGo(one)
  const { act, busy } = useAct()
  const fix = one.data['fix'] as { does?: string } | null | undefined
  const look = { variant: 'default', size: 'sm', className: classes.do, 'aria-label': t`${verb}: ${title}` } as const
  if (fix?.does && BY_SERVER.has(fix.does))
    return (
      <Button {...look} loading={busy} onClick={() => void act(() => fixFinding(Number(one.data['finding'])), touched(one.node_id ?? 0), t`It is there now.`)}>
        {verb}
      </Button>
    )
  return (
    <Button {...look} component="a" href={one.does} onClick={go}>
      {verb}
    </Button>
  )
}

/** Goes there without loading the page anew; what somebody said counts as read then. */
export function useGo(one: Expectation) {
  const router = useRouter()
  return (event: React.MouseEvent) => {
    const comment = one.kind === 'mention' ? Number(one.why.data['comment']) : 0
    if (comment) void readMentions([comment]).then(() => queryClient.invalidateQueries({ queryKey: mentionsQuery.queryKey }), () => undefined)
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(one.does)
  }
}
