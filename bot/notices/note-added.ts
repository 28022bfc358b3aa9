import { numberOf } from '../cards/words-of-lead.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf, topicPlace } from './place.ts'
import type { Colleague } from './team.ts'

/** A note: the cards count it, and the lead's owner reads it when somebody else wrote it, or everybody in its topic. */
export const noteAdded = noticeOf('note.added', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const posts = cardChanges(scene, id)
  const isOthers = (member: Colleague) => member.id === card.owner?.id && member.id !== data.authorId
  const told = team.filter((member) => isOthers(member) && !member.unreachable)
  const note = await tools.desk.ask(botActor(organizationId), 'readNote', { noteId: data.noteId })
  const [topic] = topicPlace(scene)
  // What was written in the topic stands there already.
  const places = !topic ? placesOf(scene, told) : note.chat === topic.chat ? [] : [topic]
  if (places.length > 0) {
    const author = team.find((member) => member.id === data.authorId)
    const shown = places.flatMap((place) =>
      postsBelowCard(scene, place, `note:${id}`, ({ voice: { say } }) => {
        const name = escapeHtml(author?.name ?? say('person-unknown'))
        return {
          html: `📝 ${say('notice-note', { name, number: numberOf(card) })}\n${escapeHtml(note.body)}`,
        }
      }),
    )
    posts.push(...shown)
  }
  await showPosts(tools.desk, organizationId, posts)
})
