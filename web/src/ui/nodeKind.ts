/** What a node of the tree is called. */
import { useLingui } from '@lingui/react/macro'

export function useNodeKind(): (kind: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    organisation: t`Organisation`,
    unit: t`Unit`,
    portfolio: t`Portfolio`,
    programme: t`Programme`,
    project: t`Project`,
    folder: t`Folder`,
  }
  return (kind) => names[kind] ?? kind
}
