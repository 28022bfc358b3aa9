import { canManageAssignment } from '#core/policy.ts'
import { settingsFace } from '../assignment/settings-face.ts'
import { readOverview, showPage } from '../assignment/show-settings.ts'
import type { BotCommand } from './command.ts'

/** `/assignment`: how leads are given to people, when the business is open, and what can be changed about it. */
export const assignment: BotCommand = {
  name: 'assignment',
  describedBy: 'command-assignment',
  may: canManageAssignment,
  async run(ctx) {
    await showPage(ctx, settingsFace(ctx.voice, await readOverview(ctx)))
  },
}
