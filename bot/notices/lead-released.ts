import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { lobbyPosts } from './lobby.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { workersOf } from './team.ts'

/** A lead is free again: its cards say so, and the others are told, unless somebody has taken it meanwhile. */
export const leadReleased = noticeOf('lead.released', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const others =
    card.owner || card.contact.blockedAt
      ? []
      : workersOf(team, card).filter((member) => member.id !== data.byId)
  const by = team.find((member) => member.id === data.byId)
  const announcements = placesOf(scene, others).flatMap((place) =>
    postsBelowCard(scene, place, `released:${id}`, ({ voice: { say } }) => ({
      html: `👐 ${say('notice-released', {
        by: escapeHtml(by?.name ?? say('person-unknown')),
        number: numberOf(card),
        name: escapeHtml(nameOf(say, card)),
      })}`,
    })),
  )
  const claims = card.owner ? [] : lobbyPosts(scene, id)
  await showPosts(tools.desk, organizationId, [...cardChanges(scene, id), ...announcements, ...claims])
})
