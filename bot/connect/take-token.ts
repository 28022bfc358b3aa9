import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import type { Said, WantedAccount } from './access-faces.ts'
import { deleteSecret } from './delete-secret.ts'
import type { Proposal } from './found-face.ts'

/**
 * Takes a token: out of the chat first, then to the network by way of the desk, and nowhere else.
 *
 * @returns the accounts that it opens, or why it was not taken; nothing of the token
 */
export async function takeToken(
  ctx: MemberContext,
  wanted: WantedAccount,
  token: string,
): Promise<Said | (Said & { proposals: Proposal[] })> {
  const said = (await deleteSecret(ctx)) ? {} : { stays: true }
  const { network, externalId, businessAccountId, channelAccountId } = wanted
  try {
    const asked = await ctx.tools.desk.perform(actorOf(ctx), 'proposeChannel', {
      network,
      token,
      settings: businessAccountId ? { businessAccountId } : {},
      ...(externalId ? { externalId } : {}),
      ...(channelAccountId ? { channelAccountId } : {}),
    })
    if (asked.outcome !== 'found') return { ...said, ...asked }
    const { proposals } = asked
    return proposals.length > 0 ? { ...said, proposals } : { ...said, outcome: 'opens-nothing' }
  } catch (error) {
    // Such as a token of another account: the right one can be given next.
    if (!(error instanceof DeskError)) throw error
    return { ...said, problem: sayError(ctx.voice.say, error) }
  }
}
