/** A plan comes in: drop the file, read what it will bring, choose where, import. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Checking } from '~/features/import/Checking'
import { DropZone } from '~/features/import/DropZone'
import { ImportForm } from '~/features/import/ImportForm'
import { Report } from '~/features/import/Report'
import { Steps } from '~/features/import/Steps'
import { useImport } from '~/features/import/useImport'
import { PageHeader } from '~/ui/PageHeader'
import classes from './Import.module.css'

export function ImportPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { file, check, bring, choose, again } = useImport()
  const open = (projectId: number) => void navigate({ to: '/projects/$projectId', params: { projectId } })
  return (
    <>
      <PageHeader title={t`Import a plan`}>
        <Steps at={check.data ? (bring.isPending ? 3 : 2) : check.isPending ? 1 : 0} />
      </PageHeader>
      <div className={classes.page}>
        {!file || check.isError || !(check.data || check.isPending) ? <DropZone file={file} error={check.error} choose={choose} /> : null}
        {file && check.isPending && <Checking file={file} />}
        {file && check.data && (
          <div className={classes.two}>
            <Report report={check.data} file={file} again={again} />
            <ImportForm
              report={check.data}
              busy={bring.isPending || bring.isSuccess}
              error={bring.error}
              submit={(wish) => bring.mutate(wish, { onSuccess: ({ project_id }) => open(project_id) })}
            />
          </div>
        )}
      </div>
    </>
  )
}
