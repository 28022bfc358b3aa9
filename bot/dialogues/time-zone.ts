import { actorOf } from '../context.ts'
import { showHours } from '../reminders/show-hours.ts'
import { tame } from '../text/escape-html.ts'
import type { Dialogue } from './dialogue.ts'

/** The member's time zone, such as Africa/Cairo; a line puts it back to the organization's. */
export const timeZone: Dialogue = {
  purpose: 'time-zone',
  async hear(ctx, text) {
    const wanted = tame(text).trim().replace(/\s+/g, '_')
    const own = /^[-–—]$/.test(wanted) ? null : wanted.slice(0, 60)
    await ctx.tools.desk.perform(actorOf(ctx), 'setOwnHours', { timeZone: own })
    await showHours(ctx, String(ctx.update.update_id))
  },
}
