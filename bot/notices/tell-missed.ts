import type { NoticeStates } from '#core/notices/read-notice-states.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { announceMessage } from './announce-message.ts'
import { showFiles } from './attachment-stored.ts'
import { cardPosts, type LeadScene } from './lead-scene.ts'
import { isOnCard, isToldAsChange, readMessage } from './message-scene.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { quietly } from './tell-news.ts'

/** As much of what was written before a lead was claimed as is told to the one who has it; the history has the rest. */
const newestMessages = 30

/** Whether the lead's owner was not told of it while nobody had it: it was in the lobby, or he wanted it so. */
export function hasMissed({ desk, card }: LeadScene, { members }: NoticeStates): boolean {
  if (desk?.plane === 'lobby') return true
  const manners = members.find(({ memberId }) => memberId === card.owner?.id)?.choice.manners
  return [manners?.new, manners?.free].some((manner) => manner === 'digest' || manner === 'off')
}

/** The lead's card for the one who has it, with what the customer wrote while nobody had it, without a sound. */
export async function tellMissed(scene: LeadScene, organizationId: string): Promise<void> {
  const { tools, card, team } = scene
  const places = placesOf(scene, audienceOf(team, card))
  await showPosts(tools.desk, organizationId, quietly(places.flatMap((place) => cardPosts(scene, place))))
  const asked = { leadId: card.id, limit: newestMessages }
  const ids = await tools.desk.ask(botActor(organizationId), 'listInboundMessages', asked)
  for (const [index, id] of ids.entries()) {
    const message = await readMessage(tools, organizationId, id)
    if (isToldAsChange(message)) continue
    // Networks tell times in seconds: only the first of several in one second is the one on the card.
    if (index > 0 || !isOnCard(card, message)) {
      const told = await announceMessage(scene, organizationId, places, message)
      await showPosts(tools.desk, organizationId, quietly(told))
    }
    await showFiles(scene, organizationId, message)
  }
}
