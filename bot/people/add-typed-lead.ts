import { DeskError } from '#core/errors.ts'
import { firstCardKey, laterCardKey } from '../cards/card-key.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext, viewerOf } from '../context.ts'
import { sayError } from '../error-words.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import { answerBelow, answerMember } from '../posts/answer-member.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, escapeSigns } from '../text/escape-html.ts'
import { type LineProblem, readNewLead } from './read-new-lead.ts'

/** The desk's limit; Telegram lets people write a little more. */
const longestNote = 4000

const problemKeys: Record<LineProblem['why'], string> = {
  email: 'error-email-unreadable',
  'email-twice': 'new-lead-email-twice',
  'name-too-long': 'new-lead-name-too-long',
  'phone-twice': 'new-lead-phone-twice',
}

/** Adds what a member typed as a lead and shows its card; who is known already is shown as he is known. */
export async function addTypedLead(ctx: MemberContext, text: string): Promise<void> {
  const { say } = ctx.voice
  const read = readNewLead(text)
  if ('why' in read) return refuseLine(ctx, read.line, read.text, say(problemKeys[read.why]))
  const { phoneLine, ...lead } = read
  const { length } = lead.note ?? ''
  if (length > longestNote) throw new DeskError('invalid', 'note-too-long', { limit: longestNote, length })
  const origin = ownOrigin(ctx, ctx.msg?.message_id ?? 0)
  try {
    const { leadId, existed } = await ctx.tools.desk.perform(actorOf(ctx), 'addLead', { ...lead, origin })
    await showAdded(ctx, leadId, existed)
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'phone-unreadable' || !phoneLine) throw error
    await refuseLine(ctx, phoneLine, lead.phone ?? '', sayError(say, error))
  }
}

/** A new lead's first card has the name of the notice's, which comes too: a chat shows it once. */
export async function showAdded(ctx: MemberContext, leadId: string, existed: boolean): Promise<void> {
  const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })
  const face = leadCardFace(ctx.voice, card, viewerOf(ctx))
  if (!existed) return answerMember(ctx, 'card', face, { key: firstCardKey(leadId), leadId })
  const { say, mark } = ctx.voice
  const known = `${mark}ℹ️ ${say('new-lead-known', { number: numberOf(card) })}`
  await answerBelow(ctx, 'lead-known', known, { leadId })
  await answerMember(ctx, 'card', face, { key: laterCardKey(leadId, String(ctx.update.update_id)), leadId })
}

async function refuseLine(ctx: MemberContext, line: number, text: string, why: string): Promise<void> {
  const values = { number: String(line), text: escapeHtml(cutLine(text, 60)) }
  await answerBelow(ctx, 'refused', `⚠️ ${ctx.voice.say('new-lead-line', values)}\n${escapeSigns(why)}`)
}
