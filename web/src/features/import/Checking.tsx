/** While the file is sent, read and scheduled: the layout of the report, in grey. */
import { Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/useFormat'
import { Bone } from '~/ui/States'
import classes from './Import.module.css'

export function Checking({ file }: { file: File }) {
  const size = useFormat().size(file.size)
  return (
    <div className={classes.two}>
      <section className={classes.panel} role="status">
        <p>
          <Trans>
            Reading <span translate="no">{file.name}</span> ({size}) and scheduling it. Nothing is written yet.
          </Trans>
        </p>
        <Bone height={64} />
        <Bone width="80%" />
        <Bone width="65%" />
        <Bone width="72%" />
      </section>
      <section className={classes.panel} aria-hidden="true">
        <Bone height={32} />
        <Bone height={32} />
        <Bone height={32} />
      </section>
    </div>
  )
}
