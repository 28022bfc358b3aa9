import { showPosts } from '../posts/show-posts.ts'
import { isInAlbum, showAlbumFiles } from './attachment-album.ts'
import { readLeadScene } from './lead-scene.ts'
import { sayLoss } from './loss-words.ts'
import { findPlaces, postBelow, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { quietly } from './tell-news.ts'

/**
 * A customer's file will not come any more: those who were told of it learn why, and the rest of its album waits for
 * it no longer. A file that a member sent fails with its message, which says so below the member's own.
 */
export const attachmentLost = noticeOf('attachment.lost', async (tools, { organizationId, data }) => {
  const { leadId, messageId, attachmentId, failure } = data
  const message = await readMessage(tools, organizationId, messageId)
  if (message.authorId) return
  const scene = await readLeadScene(tools, organizationId, leadId)
  const places = await findPlaces(scene, organizationId, message)
  const posts = placesOf(scene, audienceOf(scene.team, scene.card)).flatMap(({ chat }) => {
    const place = places.get(chat)
    if (!place) return []
    return [
      postBelow(scene, chat, `lost:${attachmentId}`, place, ({ say }) => ({
        method: 'send',
        html: `📎 ${sayLoss(say, failure)}`,
        messageId,
      })),
    ]
  })
  await showPosts(tools.desk, organizationId, quietly(posts))
  if (isInAlbum(message)) await showAlbumFiles(scene, organizationId, message)
})
