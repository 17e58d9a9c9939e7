/** What allauth refused, in words: by its codes, never its own sentences. */
import { useLingui } from '@lingui/react/macro'
import { refusals } from '~/client/account'
import { useErrorText } from '~/ui/errorText'

export function useRefusalText(): (error: unknown) => string {
  const { t } = useLingui()
  const errorText = useErrorText()
  return (error) => {
    const known: Record<string, string> = {
      enter_current_password: t`The current password is not right.`,
      incorrect_password: t`The password is not right.`,
      incorrect_code: t`This code is not right or too old. Wait for the next one and enter it.`,
      password_too_short: t`The new password is too short. Take at least 12 characters.`,
      password_too_common: t`The new password is too easy to guess. Take a few words that only you put together.`,
      password_too_similar: t`The new password is too close to your name or address.`,
      required: t`Fill in every field.`,
      too_many_login_attempts: t`Too many tries. Wait a few minutes and try again.`,
      rate_limited: t`Too many tries. Wait a few minutes and try again.`,
    }
    const found = refusals(error).map((one) => known[one.code])
    return found.find(Boolean) ?? errorText(error)
  }
}
