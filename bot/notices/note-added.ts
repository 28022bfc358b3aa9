import type { Say } from '#core/i18n.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { botActor } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { findNamed } from './find-named.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { callOut, ownPlace, topicButton } from './own-place.ts'
import { placesOf, topicPlace } from './place.ts'
import type { Colleague } from './team.ts'
import { readStates, tellNews } from './tell-news.ts'

/**
 * A note: the cards count it; whom it names is told, each for himself; the lead's owner reads it when somebody else wrote
 * it, or everybody in its topic.
 */
export const noteAdded = noticeOf('note.added', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const note = await tools.desk.ask(botActor(organizationId), 'readNote', { noteId: data.noteId })
  const named = findNamed(team, card, note.body, data.authorId)
  const isTold = (member: Colleague) =>
    member.id === card.owner?.id && member.id !== data.authorId && !member.unreachable
  const [topic] = topicPlace(scene)
  const told = team.filter((member) => isTold(member) && !named.includes(member))
  // What was written in the topic stands there already.
  const places = !topic ? placesOf(scene, told) : note.chat === topic.chat ? [] : [topic]
  const author = team.find((member) => member.id === data.authorId)
  const values = (say: Say) => ({
    name: escapeHtml(author?.name ?? say('person-unknown')),
    number: numberOf(card),
  })
  const body = escapeHtml(note.body)
  const shown = places.flatMap((place) =>
    postsBelowCard(scene, place, `note:${id}`, ({ voice: { say } }) => ({
      html: `📝 ${say('notice-note', values(say))}\n${body}`,
    })),
  )
  await tellNews(scene, organizationId, id, [...cardChanges(scene, id), ...shown], () => 'colleagues')
  if (named.length === 0) return
  const states = await readStates(scene, organizationId)
  const mentions = named.flatMap((member) => {
    const place = ownPlace(scene, states, member)
    return postsBelowCard(scene, place, `mention:${id}:${member.id}`, ({ voice: { say } }) => ({
      html: `${callOut(place, member)}💬 ${say('notice-mention', { ...values(say), lead: escapeHtml(nameOf(say, card)) })}\n${body}`,
      ...topicButton(scene, place),
    }))
  })
  await tellNews(scene, organizationId, id, mentions, () => 'mentions')
})
