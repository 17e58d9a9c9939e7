/** What requests and their forms are refused for, in the reader's language. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useRequestSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const title = String(data.title ?? '')
    const sentences: Record<string, string> = {
      'request.changed': t`This request was changed since you read it. Look at it again, then decide.`,
      'request.decided': t`This request cannot be decided so any more: it was decided meanwhile, or stands otherwise.`,
      'request.own': t`Nobody approves their own request. Ask somebody else who has the authority.`,
      'request.no_cost': t`Say first what it costs: how much it is decides who may approve it.`,
      'request.follows': t`State, score and project of a request follow what was decided. Open the request and decide there.`,
      'request.not_into': t`A request is merged into another one that is open or approved.`,
      'request.no_score': t`There is no score yet: a value is missing, or lies outside its scale.`,
      'form.closed': t`This form is closed. Nothing was sent.`,
      'form.flooded': t`Too many requests came by this form in the last hour. Nothing was sent; try again later.`,
      'form.missing': t`Fill in ${title}: the form needs it.`,
      'form.unfit': t`What stands in ${title} does not fit.`,
      'request.too_many': t`Too many requests came from your place. Wait a minute and try again.`,
    }
    return sentences[code]
  }
}
