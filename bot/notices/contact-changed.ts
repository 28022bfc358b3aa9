import type { Say } from '#core/i18n.ts'
import { nameOf, numberOf, sayNetwork } from '../cards/words-of-lead.ts'
import type { BotTools } from '../context.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { quietly } from './tell-news.ts'

/** A person blocked the business or let it in again: those whom the lead concerns need not wait for an answer. */
export const contactReachabilityChanged = noticeOf(
  'contact.reachability-changed',
  async (tools, { id, organizationId, data }) => {
    const { leadId, channelAccountId, state } = data
    if (!leadId) return
    const actor = botActor(organizationId)
    const channel = await tools.desk.ask(actor, 'findChannel', { channelAccountId })
    await tellBelowCard(tools, organizationId, leadId, `reach:${id}`, (say, person) => {
      const values = { ...person, network: escapeHtml(sayNetwork(say, channel.network)) }
      return state === 'blocked'
        ? `🚫 ${say('notice-blocked', values)}`
        : `✅ ${say('notice-reachable', values)}`
    })
  },
)

/** What a person wants to get from the business. */
export const contactPreferenceChanged = noticeOf(
  'contact.preference-changed',
  async (tools, { id, organizationId, data }) => {
    const { leadId, category, wants } = data
    if (!leadId) return
    await tellBelowCard(tools, organizationId, leadId, `preference:${id}`, (say, person) => {
      const what = category === 'marketing' ? say('consent-marketing') : escapeHtml(cutLine(category, 40))
      const values = { ...person, what }
      return wants ? `✅ ${say('notice-wants', values)}` : `🚫 ${say('notice-refuses', values)}`
    })
  },
)

async function tellBelowCard(
  tools: BotTools,
  organizationId: string,
  leadId: string,
  key: string,
  write: (say: Say, person: { name: string; number: string }) => string,
): Promise<void> {
  const scene: LeadScene = await readLeadScene(tools, organizationId, leadId)
  const { card, team } = scene
  if (card.contact.blockedAt) return
  const posts = placesOf(scene, audienceOf(team, card)).flatMap((place) =>
    postsBelowCard(scene, place, key, ({ voice: { say } }) => ({
      html: write(say, { name: escapeHtml(nameOf(say, card)), number: numberOf(card) }),
    })),
  )
  await showPosts(tools.desk, organizationId, quietly(posts))
}
