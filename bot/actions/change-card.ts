import type { LeadCard } from '#core/leads/lead-card.ts'
import { cardButtons } from '../cards/card-buttons.ts'
import { laterCardKey } from '../cards/card-key.ts'
import { cardWords } from '../cards/lead-card-face.ts'
import { actorOf, type MemberContext, viewerOf } from '../context.ts'
import { cardChanges, readLeadScene } from '../notices/lead-scene.ts'
import type { Button } from '../posts/post-content.ts'
import { showPosts } from '../posts/show-posts.ts'
import { createVoice, type Voice } from '../voice.ts'
import { changePressed } from './pressed-post.ts'

/**
 * Shows the pressed card as it is now, also where somebody else was faster: an old copy that no notice changes any
 * more is right again once it is pressed.
 */
export async function refreshCard(ctx: MemberContext, leadId: string): Promise<void> {
  const card = await findCard(ctx, leadId)
  if (ctx.place.group) return refreshInGroup(ctx, leadId)
  await closePage(ctx, card)
}

/** In the group a card is everybody's, whoever pressed it, and the claim card in the lobby changes with it. */
async function refreshInGroup(ctx: MemberContext, leadId: string): Promise<void> {
  const { organizationId } = ctx.member
  const scene = await readLeadScene(ctx.tools, organizationId, leadId)
  const changes = cardChanges(scene, `press:${ctx.update.update_id}`, { yields: false })
  const here = changes.filter(({ chat }) => chat.id === ctx.place.chat)
  await showPosts(ctx.tools.desk, organizationId, here)
}

/** Turns the pressed card to a page of other buttons than usual; `ask` says below its text what they are for. */
export const showPage = (
  ctx: MemberContext,
  card: LeadCard,
  buttons: Button[][],
  ask?: string,
): Promise<void> => changeTo(ctx, card, { buttons, page: true, ...(ask === undefined ? {} : { ask }) })

/** Turns the pressed card back from a page to its usual buttons. */
export const closePage = (ctx: MemberContext, card: LeadCard): Promise<void> =>
  changeTo(ctx, card, { buttons: cardButtons(ctx.voice.say, card, viewerOf(ctx)) })

async function changeTo(
  ctx: MemberContext,
  card: LeadCard,
  { ask, ...shown }: { buttons: Button[][]; page?: boolean; ask?: string },
): Promise<void> {
  const reader = ctx.place.group ? { isGroup: true } : { timeZone: ctx.member.timeZone }
  const words = cardWords(await voiceOfCard(ctx), card, reader)
  const html = ask === undefined ? words.html : `${words.html}\n\n${ask}`
  await changePressed(
    ctx,
    { ...words, html, ...shown },
    'card:',
    laterCardKey(card.id, String(ctx.update.update_id)),
  )
}

/** In the group a card is everybody's, and stays in the group's language whoever presses it. */
async function voiceOfCard(ctx: MemberContext): Promise<Voice> {
  if (!ctx.place.group) return ctx.voice
  const group = await ctx.tools.desk.ask(actorOf(ctx), 'readTeamDesk', {})
  return group ? createVoice(ctx.tools.words, group.language) : ctx.voice
}

export const findCard = (ctx: MemberContext, leadId: string): Promise<LeadCard> =>
  ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })

/** Does something to a lead, and shows the pressed card as it is then, also where it was refused. */
export async function changeLead(
  ctx: MemberContext,
  leadId: string,
  change: () => Promise<unknown>,
): Promise<void> {
  try {
    await change()
  } finally {
    await refreshCard(ctx, leadId)
  }
}
