import type { AssignmentReason } from '#core/assignment/give-lead.ts'
import type { Say } from '#core/i18n.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { type EventOf, noticeOf } from './notice.ts'
import { callOut, ownPlace } from './own-place.ts'
import { givenPost, takenPost } from './tell-burst.ts'
import { hasMissed, tellMissed } from './tell-missed.ts'
import { readStates, tellNews } from './tell-news.ts'
import { tellPeople } from './tell-people.ts'
import { isInFlood, isToldTogether, readBurst } from './told-together.ts'

/**
 * Somebody was given a lead: every copy of its card says so, and who has it now and who had it are told, each for himself.
 * Of one among many, whether they change hands at once or one after the other, each is told with the others.
 */
export const leadAssigned = noticeOf('lead.assigned', async (tools, event) => {
  const { id, organizationId, data } = event
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const reachable = (memberId: string | null) =>
    team.find((member) => member.id === memberId && !member.unreachable && memberId !== data.byId)
  // He may have lost it again by now.
  const isHis = card.owner?.id === data.ownerId && !isToldTogether(data)
  const receiver = isHis ? reachable(data.ownerId) : undefined
  const loser = reachable(data.previousOwnerId)
  const burst = await readBurst(tools, organizationId, id)
  const owner = isInFlood(burst.to) ? undefined : receiver
  const previous = isToldTogether(data) || isInFlood(burst.from) ? undefined : loser
  const nameOfMember = (memberId: string | null) =>
    escapeHtml(cutLine(team.find((member) => member.id === memberId)?.name ?? '', 64))
  const states = await readStates(scene, organizationId)
  const values = (say: Say) => ({ number: numberOf(card), name: escapeHtml(nameOf(say, card)) })
  const posts = [
    ...(owner
      ? postsBelowCard(scene, ownPlace(scene, states, owner), `assigned:${id}`, (place) => ({
          html: `${callOut(place, owner)}👉 ${toldOwner(place.voice.say, event.data, nameOfMember(data.byId), values(place.voice.say))}`,
        }))
      : []),
    ...(previous
      ? postsBelowCard(scene, ownPlace(scene, states, previous), `assigned-away:${id}`, (place) => ({
          html: `${callOut(place, previous)}👉 ${place.voice.say(awayKeys[data.reason], { ...values(place.voice.say), owner: nameOfMember(data.ownerId) })}`,
        }))
      : []),
  ]
  await tellNews(scene, organizationId, id, [...cardChanges(scene, id), ...posts], (member) =>
    member ? 'own' : 'mentions',
  )
  if (owner && hasMissed(scene, states)) await tellMissed(scene, organizationId)
  const together = [
    ...(receiver && !owner ? [await givenPost(tools, organizationId, receiver, id, burst)] : []),
    ...(loser && !previous
      ? [takenPost(tools, loser, id, Math.max(burst.from.count, data.together ?? 1))]
      : []),
  ]
  await tellPeople(tools, organizationId, 'personal', team, together)
})

const awayKeys: Record<AssignmentReason, string> = {
  hand: 'notice-assigned-away',
  rule: 'notice-assigned-away',
  absence: 'notice-absence-away',
  shift: 'notice-shift-away',
}

const toldOwner = (
  say: Say,
  { byId }: EventOf<'lead.assigned'>['data'],
  by: string,
  values: { number: string; name: string },
): string => (byId ? say('notice-assigned', { ...values, by }) : say('notice-assigned-by-rule', values))
