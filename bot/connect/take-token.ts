import { DeskError } from '#core/errors.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { sayFailure } from '../notices/failure-words.ts'
import { answerMember } from '../posts/answer-member.ts'
import { escapeSigns } from '../text/escape-html.ts'
import { askAccess } from './ask-access.ts'
import { deleteSecret } from './delete-secret.ts'
import { foundFace } from './found-face.ts'
import type { WantedAccount } from './wanted-account.ts'

/** The posts of connecting, by this beginning of their keys. */
export const connectPrefix = 'connect:'

/**
 * Takes a token: out of the chat first, then to the network by way of the desk, and nowhere else. Shows the accounts that
 * it opens, or says what the network said to it and asks again.
 */
export async function takeToken(ctx: MemberContext, wanted: WantedAccount, token: string): Promise<void> {
  const { say } = ctx.voice
  const isDeleted = await deleteSecret(ctx)
  const left = isDeleted ? [] : [`⚠️ ${say('connect-not-deleted')}`]
  const again = (reason: string) => askAccess(ctx, wanted, { problem: [reason, ...left].join('\n\n') })
  const asked = await propose(ctx, wanted, token)
  if ('refusal' in asked) return again(asked.refusal)
  if (asked.outcome === 'later') return again(`${say('connect-later')}\n${sayFailure(say, asked.failure)}`)
  if (asked.outcome === 'refused') {
    return again(
      `${say('connect-refused', { network: sayNetwork(say, wanted.network) })}\n${sayFailure(say, asked.failure)}`,
    )
  }
  if (asked.proposals.length === 0) return again(say('connect-opens-nothing'))
  const face = foundFace(say, wanted.network, asked.proposals)
  const html = [face.html, ...left].join('\n\n')
  await answerMember(ctx, 'connect', { ...face, html }, { key: `${connectPrefix}${ctx.update.update_id}` })
}

/** A token of another account is no end: the right one can be given below the next question. */
async function propose(ctx: MemberContext, wanted: WantedAccount, token: string) {
  const { network, externalId, businessAccountId, channelAccountId } = wanted
  try {
    return await ctx.tools.desk.perform(actorOf(ctx), 'proposeChannel', {
      network,
      token,
      settings: businessAccountId ? { businessAccountId } : {},
      ...(externalId ? { externalId } : {}),
      ...(channelAccountId ? { channelAccountId } : {}),
    })
  } catch (error) {
    const isAskedAgain =
      error instanceof DeskError && ['token-of-another-account', 'bad-input'].includes(error.code)
    if (!isAskedAgain) throw error
    return { refusal: escapeSigns(sayError(ctx.voice.say, error)) }
  }
}
