import { canManageChannels } from '#core/policy.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { channelsPrefix } from '../channels/read-channel-page.ts'
import { networkChoiceFace } from '../connect/network-choice-face.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/connect`: connects an account of the business, step by step. */
export const connect: BotCommand = {
  name: 'connect',
  describedBy: 'command-connect',
  may: canManageChannels,
  async run(ctx) {
    mustManageChannels(ctx)
    const key = `${channelsPrefix}connect-${ctx.update.update_id}`
    await answerMember(ctx, 'channels', networkChoiceFace(ctx.voice.say), { key })
  },
}
