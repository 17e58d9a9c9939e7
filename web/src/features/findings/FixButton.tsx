/** The button that does what a finding asks for: on the server where it can, else the way to where it is done. */
import { Button } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { fixFinding, touched, type Finding, type Fix } from '~/client/findings'
import { LinkButton } from '~/ui/LinkButton'
import { useAct } from '~/ui/useAct'

export function FixButton({ finding }: { finding: Finding }) {
  const { fix } = finding
  if (!fix) return null
  if (fix.does === 'open') return <OpenButton finding={finding} fix={fix} />
  return finding.may_fix ? <DoButton finding={finding} does={fix.does} /> : null
}

function DoButton({ finding, does }: { finding: Finding; does: Exclude<Fix['does'], 'open'> }) {
  const { t } = useLingui()
  const { act, busy } = useAct()
  const words = {
    create_register: [t`Make the register`, t`The register is there now.`],
    create_document: [t`Write the document`, t`A first draft of the document is there now.`],
    make_plan: [t`Make the plan`, t`The plan is there now.`],
    set_baseline: [t`Set the baseline`, t`The plan as it stands is its baseline now.`],
  } as const
  const [word, said] = words[does]
  return (
    <Button size="compact-sm" variant="light" loading={busy} aria-label={`${word}: ${finding.project}`} onClick={() => void act(() => fixFinding(finding.id), touched(finding.node_id), said)}>
      {word}
    </Button>
  )
}

/** Each is a link for the browser. */
function OpenButton({ finding, fix }: { finding: Finding; fix: Fix }) {
  const look = { size: 'compact-sm', variant: 'default' } as const
  const project = { projectId: finding.node_id }
  switch (fix.what) {
    case 'plan':
    case 'plan_row':
      return (
        <LinkButton {...look} to="/projects/$projectId/plan" params={project} search={fix.row ? { row: fix.row } : {}}>
          <Trans>Open the plan</Trans>
        </LinkButton>
      )
    case 'sheet':
    case 'row':
      return (
        <LinkButton {...look} to="/sheet/$sheetId" params={{ sheetId: fix.sheet ?? 0 }} search={fix.row ? { row: `${fix.sheet ?? 0}.${fix.row}`, panel: true } : {}}>
          <Trans>Open the register</Trans>
        </LinkButton>
      )
    case 'method':
      return (
        <LinkButton {...look} to="/projects/$projectId/method" params={project}>
          <Trans>Open the method</Trans>
        </LinkButton>
      )
    default:
      return (
        <LinkButton {...look} to="/projects/$projectId" params={project}>
          <Trans>Open the project</Trans>
        </LinkButton>
      )
  }
}
