import { numberOf } from '../cards/words-of-lead.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'

/** A note: the cards count it, and the lead's owner reads it when somebody else wrote it. */
export const noteAdded = noticeOf('note.added', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const posts = cardChanges(scene, id)
  const owner = team.find((member) => member.id === card.owner?.id)
  if (owner && !owner.unreachable && owner.id !== data.authorId) {
    const note = await tools.desk.ask(botActor(organizationId), 'readNote', { noteId: data.noteId })
    const author = team.find((member) => member.id === data.authorId)
    const shown = postsBelowCard(scene, owner, `note:${id}`, ({ say }) => {
      const name = escapeHtml(author?.name ?? say('person-unknown'))
      return { html: `📝 ${say('notice-note', { name, number: numberOf(card) })}\n${escapeHtml(note.body)}` }
    })
    posts.push(...shown)
  }
  await showPosts(tools.desk, organizationId, posts)
})
