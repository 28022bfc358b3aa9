import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { openCard } from '../posts/open-card.ts'
import { tame } from '../text/escape-html.ts'
import { type AmountProblem, readAmount } from '../text/read-amount.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

/** `amount`: what was written before without a currency. */
const ofLead = z.object({ leadId: z.uuid(), amount: z.string().optional() })

/** The desk's limit. */
const longestReason = 500

/** Asks why a lead was lost. `opener`: asked twice by the same, it asks once. */
export async function askLostReason(ctx: MemberContext, card: LeadCard, opener: string): Promise<void> {
  const { say } = ctx.voice
  const html = `❓ ${say('lost-ask-own', { number: numberOf(card) })}`
  const question = { html, ask: say('lost-placeholder') }
  await askQuestion(ctx, 'lost-reason', question, { leadId: card.id }, `lost-reason:${card.id}:${opener}`)
}

/** Why a lead was lost, in the member's own words. */
export const lostReason: Dialogue = {
  purpose: 'lost-reason',
  async hear(ctx, text, gathered) {
    const { leadId } = readLead(gathered)
    const reason = tame(text).trim().slice(0, longestReason)
    if (reason === '') throw new DeskError('invalid', 'text-empty')
    await ctx.tools.desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: 'lost', reason })
    await showCard(ctx, leadId)
  },
}

/** Asks what a converted lead was worth. */
export async function askValue(ctx: MemberContext, card: LeadCard, opener: string): Promise<void> {
  const { say } = ctx.voice
  const question = {
    html: `💰 ${say('value-ask', { number: numberOf(card) })}`,
    ask: say('value-placeholder'),
  }
  await askQuestion(ctx, 'lead-value', question, { leadId: card.id }, `lead-value:${card.id}:${opener}`)
}

const problemKeys: Record<AmountProblem, string> = {
  unreadable: 'value-unreadable',
  ambiguous: 'value-ambiguous',
  'no-currency': 'value-no-currency',
}

/** What a converted lead was worth; what cannot be read is asked for again. */
export const leadValue: Dialogue = {
  purpose: 'lead-value',
  async hear(ctx, text, gathered) {
    const { leadId, amount } = readLead(gathered)
    const hasDigit = /\p{Nd}/u.test(text)
    await convertFor(ctx, leadId, tame(amount && !hasDigit ? `${amount} ${text}` : text))
  },
}

/** Converts a lead for an amount as a member wrote it. */
export async function convertFor(ctx: MemberContext, leadId: string, written: string): Promise<void> {
  const { desk } = ctx.tools
  const { say } = ctx.voice
  const { currency } = await desk.ask(actorOf(ctx), 'readOrganization', {})
  const value = readAmount(written, currency ?? undefined)
  if (typeof value === 'string') {
    const question = { html: `💰 ${say(problemKeys[value])}`, ask: say('value-placeholder') }
    // What was said once is not to be typed twice.
    const amount = value === 'no-currency' ? { amount: written.slice(0, 40) } : {}
    return askQuestion(ctx, 'lead-value', question, { leadId, ...amount })
  }
  await desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: 'converted', value })
  await showCard(ctx, leadId)
}

const showCard = async (ctx: MemberContext, leadId: string) =>
  openCard(ctx, await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId }), String(ctx.update.update_id))

function readLead(gathered: unknown) {
  const read = ofLead.safeParse(gathered)
  if (!read.success) throw new DeskError('not-found', 'button-outdated')
  return read.data
}
