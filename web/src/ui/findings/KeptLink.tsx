/** The way from a place to how its projects keep their methods. */
import { Trans } from '@lingui/react/macro'
import { LinkButton } from '~/ui/LinkButton'

export function KeptLink({ nodeId }: { nodeId: number }) {
  return (
    <LinkButton to="/node/$nodeId/findings" params={{ nodeId }} variant="default">
      <Trans>Is the method kept?</Trans>
    </LinkButton>
  )
}
