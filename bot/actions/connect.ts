import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { readChannel } from '../channels/read-channel.ts'
import { askAccess, renewalOf } from '../connect/ask-access.ts'
import { readConnectNetwork } from '../connect/connect-networks.ts'
import { connectedFace } from '../connect/connected-face.ts'
import { networkChoiceFace } from '../connect/network-choice-face.ts'
import { setupFace } from '../connect/setup-face.ts'
import { connectPrefix } from '../connect/take-token.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayFailure } from '../notices/failure-words.ts'
import type { Face } from '../posts/post-content.ts'
import { type Action, actionOn } from './action.ts'
import { burst } from './burst.ts'
import { turnChannels } from './channels.ts'
import { changePressed } from './pressed-post.ts'

/** Offers the networks. */
export const connect: Action = {
  verb: 'connect',
  async run(ctx) {
    mustManageChannels(ctx)
    await turnChannels(ctx, networkChoiceFace(ctx.voice.say))
    return undefined
  },
}

/** Begins to connect an account of a network, or says what the server lacks for it. */
export const connectTo: Action = {
  verb: 'connect-to',
  async run(ctx, [wanted]) {
    mustManageChannels(ctx)
    const { say, now } = ctx.voice
    const network = readConnectNetwork(wanted)
    if (!network) throw new DeskError('not-found', 'button-outdated')
    const missing = ctx.tools.setup?.(network).missing ?? []
    if (missing.length > 0) await turnChannels(ctx, setupFace(say, network, missing))
    else await askAccess(ctx, { network }, { key: `connect-${network}:${burst(now)}` })
    return undefined
  },
}

/** Asks for a new token of a connected account. */
export const reconnect = actionOn('reconnect', async (ctx, channelAccountId) => {
  mustManageChannels(ctx)
  const wanted = renewalOf(ctx, await readChannel(ctx, channelAccountId))
  if (!wanted) throw new DeskError('not-found', 'button-outdated')
  await askAccess(ctx, wanted, { key: `reconnect-${channelAccountId}:${burst(ctx.voice.now)}` })
  return undefined
})

/** Connects what was found, after the person has seen what it is. */
export const connectGo = actionOn('connect-go', async (ctx, proposalId) => {
  const { desk, publicUrl } = ctx.tools
  const { say } = ctx.voice
  const connected = await desk.perform(actorOf(ctx), 'connectProposedChannel', { proposalId })
  if (connected.outcome === 'connected') {
    const channel = await readChannel(ctx, connected.channelAccountId)
    await turn(ctx, connectedFace(say, channel, connected, publicUrl()))
    return say('toast-connected')
  }
  const why = connected.outcome === 'later' ? say('connect-later') : say('connect-refused-now')
  await turn(ctx, {
    html: `⚠️ ${why}\n${sayFailure(say, connected.failure)}`,
    buttons: [
      [{ text: say('button-connect-again'), data: callbackData('connect-go', shortId(proposalId)) }],
      [{ text: say('button-connect-stop'), data: callbackData('connect-stop') }],
    ],
  })
  return undefined
})

/** Forgets what was put in. */
export const connectStop: Action = {
  verb: 'connect-stop',
  async run(ctx) {
    await ctx.tools.desk.perform(actorOf(ctx), 'withdrawProposals', {})
    await turn(ctx, { html: `✖️ ${ctx.voice.say('connect-stopped')}` })
    return undefined
  },
}

const turn = (ctx: MemberContext, face: Face) =>
  changePressed(ctx, face, connectPrefix, `${connectPrefix}${ctx.update.update_id}`)
