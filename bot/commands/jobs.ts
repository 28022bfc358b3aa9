import { canViewJobs } from '#core/policy.ts'
import { actorOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { jobsFace } from '../reminders/jobs-face.ts'
import type { BotCommand } from './command.ts'

/** `/jobs`: what the desk does by the clock, and how it went. */
export const jobs: BotCommand = {
  name: 'jobs',
  describedBy: 'command-jobs',
  may: canViewJobs,
  async run(ctx) {
    const states = await ctx.tools.desk.ask(actorOf(ctx), 'listJobs', {})
    const { timeZone } = await ctx.tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
    await answerMember(ctx, 'jobs', jobsFace(ctx.voice, states, timeZone))
  },
}
