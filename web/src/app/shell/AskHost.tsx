/** The panel for a question to the office, on every page; its code comes when it is first opened. */
import { lazy, Suspense } from 'react'
import { showAsk, useAskShown } from '~/ui/ask'

const AskPanel = lazy(() => import('~/features/ask/AskPanel').then((module) => ({ default: module.AskPanel })))

export function AskHost() {
  const shown = useAskShown()
  return shown ? (
    <Suspense fallback={null}>
      <AskPanel opened onClose={() => showAsk(false)} />
    </Suspense>
  ) : null
}
