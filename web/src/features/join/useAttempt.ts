/** Sends a form, keeps what is in it where that fails, and holds the error for the form to say. */
import { useState, type FormEvent } from 'react'

export function useAttempt(run: () => Promise<void>): { busy: boolean; error: unknown; submit: (event: FormEvent) => void } {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    run()
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { busy, error, submit }
}
