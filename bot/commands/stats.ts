import type { Span, Stats } from '#core/reports/read-stats.ts'
import { actorOf } from '../context.ts'
import { appButton } from '../mini-app/app-button.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Face } from '../posts/post-content.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'
import type { BotCommand } from './command.ts'

/** `/stats`: counts of today and of seven days, of the leads that the member sees; the Mini App draws them. */
export const stats: BotCommand = {
  name: 'stats',
  describedBy: 'command-stats',
  async run(ctx) {
    const counted = await ctx.tools.desk.ask(actorOf(ctx), 'readStats', {})
    const { voice } = ctx
    const buttons = [[appButton(voice.say)]]
    await answerMember(ctx, 'stats', { ...statsFace(voice, counted), buttons })
  },
}

/** Counts as a person reads them. */
export function statsFace(voice: Voice, { today, week, waiting }: Stats): Face {
  const { say } = voice
  const html = [
    `📊 <b>${say('stats-title')}</b>`,
    `${waiting > 0 ? '🔴' : '🟢'} ${say('stats-waiting', { count: waiting })}`,
    [`<b>${say('stats-today')}</b>`, ...spanLines(voice, today)].join('\n'),
    [`<b>${say('stats-week')}</b>`, ...spanLines(voice, week)].join('\n'),
    `<i>${say('stats-about')}</i>`,
  ].join('\n\n')
  return { html }
}

function spanLines(
  { say, mark }: Voice,
  { opened, answered, firstAnswerSeconds, converted, lost }: Span,
): string[] {
  return [
    `${mark}🆕 ${say('stats-opened', { count: opened })}`,
    `↪️ ${say('stats-answered', { count: answered })}`,
    ...(firstAnswerSeconds === null
      ? []
      : [`⏱ ${say('stats-first-answer', { time: tellDuration(say, firstAnswerSeconds * 1000) })}`]),
    `✅ ${say('stats-ended', { converted, lost })}`,
  ]
}
