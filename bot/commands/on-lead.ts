import type { LeadCard } from '#core/leads/lead-card.ts'
import { mustWorkLeads } from '../actions/must-work-leads.ts'
import type { MemberContext } from '../context.ts'
import { findMeant } from '../messages/find-meant.ts'
import { showUsage } from '../posts/show-usage.ts'
import type { BotCommand } from './command.ts'

const usageKeys = {
  'note-usage': 'note-usage',
  'status-usage': 'status-usage',
  'tag-usage': 'tag-usage',
  'snooze-usage': 'snooze-usage',
  'template-usage': 'template-usage',
} as const

/** A command about one lead, for those who work leads; where it is about none, one line says how it is used. */
export const onLead =
  (
    usage: keyof typeof usageKeys,
    run: (ctx: MemberContext, lead: LeadCard, words: string) => Promise<void>,
  ): BotCommand['run'] =>
  async (ctx, argument) => {
    mustWorkLeads(ctx)
    const { lead, words } = await findMeant(ctx, argument)
    if (lead) return run(ctx, lead, words)
    await showUsage(ctx, usage, ctx.voice.say(usageKeys[usage]))
  }
