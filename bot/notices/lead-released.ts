import type { Say } from '#core/i18n.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { lobbyPosts } from './lobby.ts'
import { noticeOf } from './notice.ts'
import { callOut, ownPlace, topicButton } from './own-place.ts'
import { memberPlace, type Place, placesOf } from './place.ts'
import { leadersOf, workersOf } from './team.ts'
import { freedPost, takenPost } from './tell-burst.ts'
import { readStates, tellNews } from './tell-news.ts'
import { tellPeople } from './tell-people.ts'
import { isInFlood, isToldTogether, readBurst } from './told-together.ts'

/**
 * A lead is free again: its cards say so, and the others are told, unless somebody has taken it meanwhile. Who lost it
 * because he was away is told as well, for himself, and those who lead where nobody answers. One among many that came free,
 * at once or one after the other, is told with the others.
 */
export const leadReleased = noticeOf('lead.released', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const { previousOwnerId, reason, unanswered } = data
  const byId = data.byId ?? previousOwnerId
  const isQuiet = card.owner !== null || card.contact.blockedAt !== null || isToldTogether(data)
  const leaders = unanswered && !isQuiet ? leadersOf(team, card) : []
  const others = workersOf(team, card).filter((member) => member.id !== byId && !leaders.includes(member))
  const by = team.find((member) => member.id === byId)
  const wordsOf = (say: Say) => ({
    by: escapeHtml(by?.name ?? say('person-unknown')),
    number: numberOf(card),
    name: escapeHtml(nameOf(say, card)),
  })
  const tell = (place: Place, key: string, name: string) =>
    postsBelowCard(scene, place, name, ({ voice: { say } }) => ({ html: `👐 ${say(key, wordsOf(say))}` }))
  const toOthers = reason ? awayKeys[reason] : releasedKeys.hand
  const burst = await readBurst(tools, organizationId, id)
  // In a group each is told in its own topic, and the claim cards are all that tells in the lobby.
  const isFolded = isInFlood(burst.free) && scene.desk === null
  const places = isQuiet || isFolded ? [] : placesOf(scene, others)
  const announcements = places.flatMap((place) => tell(place, toOthers, `released:${id}`))
  const loser = reason && team.find((member) => member.id === previousOwnerId && !member.unreachable)
  const isLostAlone = !isInFlood(burst.from)
  const own = loser && isLostAlone ? tell(memberPlace(scene, loser), lostKeys[reason], `lost:${id}`) : []
  const claims = card.owner ? [] : lobbyPosts(scene, id)
  const posts = [...cardChanges(scene, id), ...announcements, ...own, ...claims]
  await tellNews(scene, organizationId, id, posts, (member) =>
    loser && member?.id === loser.id ? 'own' : 'free',
  )
  const together = [
    ...(loser && !isLostAlone ? [takenPost(tools, loser, id, burst.from.count)] : []),
    ...(isFolded && !isQuiet ? others.map((member) => freedPost(tools, member, id, burst)) : []),
  ]
  await tellPeople(tools, organizationId, 'personal', team, together)
  if (leaders.length === 0) return
  const states = await readStates(scene, organizationId)
  const alarms = leaders.flatMap((leader) => {
    const place = ownPlace(scene, states, leader)
    return postsBelowCard(scene, place, `unanswered:${id}:${leader.id}`, ({ voice: { say } }) => ({
      html: `${callOut(place, leader)}⚠️ ${say('notice-unanswered', { ...wordsOf(say), count: unanswered ?? 0 })}`,
      ...topicButton(scene, place),
    }))
  })
  await tellNews(scene, organizationId, id, alarms, () => 'personal')
})

/** Somebody gave it back himself, or took it back from a colleague. */
const releasedKeys = { hand: 'notice-released' }
/** It was taken from who was away: what the others are told, and what he is. */
const awayKeys = { absence: 'notice-absence-waits', shift: 'notice-shift-waits' }
const lostKeys = { absence: 'notice-absence-free', shift: 'notice-shift-free' }
