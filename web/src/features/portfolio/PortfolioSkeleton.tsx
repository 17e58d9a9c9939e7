/** The page's own layout in grey, while it is read. */
import { useLingui } from '@lingui/react/macro'
import { Bone } from '~/ui/States'
import page from './PortfolioPage.module.css'

const TILES = [0, 1, 2, 3, 4]
const ROWS = [72, 58, 64, 80, 49, 66, 55, 74, 61, 69]

export function PortfolioSkeleton() {
  const { t } = useLingui()
  return (
    <div className={page.page} role="status" aria-label={t`Loading`}>
      <div className={page.strip}>
        {TILES.map((tile) => (
          <div key={tile} className={page.tile}>
            <Bone width={90} height={12} />
            <Bone width={64} height={22} />
          </div>
        ))}
      </div>
      <div className={page.toolbar}>
        <Bone width={220} height={32} />
      </div>
      <div style={{ padding: '0 24px' }}>
        {ROWS.map((width) => (
          <div key={width} style={{ height: 36, display: 'flex', alignItems: 'center' }}>
            <Bone width={`${width}%`} />
          </div>
        ))}
      </div>
    </div>
  )
}
