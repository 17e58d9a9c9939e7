/** From a place to what can be asked about it: whether it needs an office, and how mature it is. */
import { Trans } from '@lingui/react/macro'
import { LinkButton } from '~/ui/LinkButton'

export function NeedLinks({ nodeId }: { nodeId: number }) {
  return (
    <>
      <LinkButton to="/office/$nodeId/need" params={{ nodeId }} variant="default">
        <Trans>Do we need an office?</Trans>
      </LinkButton>
      <LinkButton to="/office/$nodeId/maturity" params={{ nodeId }} variant="default">
        <Trans>How mature are we?</Trans>
      </LinkButton>
    </>
  )
}
