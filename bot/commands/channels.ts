import { canManageChannels } from '#core/policy.ts'
import { readChannelList } from '../channels/read-channel-page.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/channels`: every channel and how it stands. */
export const channels: BotCommand = {
  name: 'channels',
  describedBy: 'command-channels',
  may: canManageChannels,
  async run(ctx) {
    await answerMember(ctx, 'channels', await readChannelList(ctx))
  },
}
