/** What invitations, roles, groups and accounts may be refused for, where the server's English sentence is not the reader's. */
import { useLingui } from '@lingui/react/macro'
import type { Problem } from '~/client/errors'

export function useRightsSentence(): (problem: Problem) => string | undefined {
  const { t } = useLingui()
  return ({ code, data }) => {
    const name = String(data.name ?? data.group ?? '')
    const [role, email, count, what, words] = ['role', 'email', 'count', 'what', 'words'].map((key) => String(data[key] ?? ''))
    const sentences: Record<string, string> = {
      'person.address_taken': t`Somebody with the address ${email} is already here.`,
      'person.more_than_own': t`${name} may do more than you somewhere, so you cannot manage their account.`,
      'person.left': t`${name} has left. Bring them back before you give them anything.`,
      'person.still_here': t`${name} has not left, so there is nothing to bring back.`,
      'person.weak_password': t`This password is too easy to guess. Take at least 12 characters, no common word, and not your name.`,
      'role.unknown': t`There is no role ${role} any more. Load the page again.`,
      'role.built_in': t`The role ${name} is one that every installation has, and stays as it is. Make a role of your own beside it.`,
      'role.in_use': t`The role ${name} is still held or promised ${count} times. Give those people another role first.`,
      'role.beyond_own': t`You cannot change a role that allows what you may not do yourself in the whole organisation: ${words}.`,
      'role.more_than_own': t`You cannot give or take back this role here, because it allows more than yours.`,
      'role.last_owner': t`The organisation would be left without an owner. Make somebody else owner first.`,
      'second_factor.needed': t`Your role ${name} asks for a second factor, and you have none. Set one up; until then nothing else is open to you.`,
      'second_factor.own_first': t`You hold the role ${name} yourself and have no second factor. Set up your own first, else you shut yourself out.`,
      'name.taken': what === 'role' ? t`There is a role with this name already.` : t`There is a group with this name already.`,
      'group.more_than_own': t`The group ${name} may do more than you somewhere, so you cannot change who is in it.`,
      'invite.not_valid': t`This invitation does not hold, or not any more. Ask whoever sent it for a new one.`,
      'invite.more_than_own': t`The invitation of ${email} promises more than you hold yourself, so you cannot renew its link.`,
      'password_link.not_valid': t`This link does not hold, or not any more: it works once, for a day. Ask for a new one.`,
      'mail.not_set_up': t`No mail leaves from here, because no mail server was set up. Copy the link and send it yourself.`,
      'sign_in.unverified': t`The place that vouches for you does not say that your mail address is verified.`,
      'sign_in.not_expected': t`Your address is not known here, and it was not invited. Ask whoever runs Milepost for an invitation.`,
      'sign_in.forged': t`The answer of the place that vouches for you does not belong to this sign-in. Start again.`,
      'sign_in.locked': t`Too many tries. Wait a quarter of an hour and try again.`,
    }
    return sentences[code]
  }
}
