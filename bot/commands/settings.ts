import { readSettings } from '../desk-settings/read-settings.ts'
import { settingsPrefix } from '../desk-settings/settings-face.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { BotCommand } from './command.ts'

/** `/settings`: the member's own settings on one screen, and the organization's for its owners. */
export const settings: BotCommand = {
  name: 'settings',
  describedBy: 'command-settings',
  async run(ctx) {
    const key = `${settingsPrefix}${ctx.update.update_id}`
    await answerMember(ctx, 'settings', await readSettings(ctx), { key })
  },
}
