import { botActor, showPosts } from '../posts/show-posts.ts'
import { isInAlbum, showAlbumFiles } from './attachment-album.ts'
import { contentOf } from './attachment-content.ts'
import { readLeadScene } from './lead-scene.ts'
import { fileKey, findPlaces, postBelow, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'

/**
 * A file has been fetched: it is shown below the post that told of it, to those whom the lead concerns; the files of an
 * album together.
 */
export const attachmentStored = noticeOf('attachment.stored', async (tools, { organizationId, data }) => {
  const { leadId, messageId, attachmentId } = data
  const message = await readMessage(tools, organizationId, messageId)
  const scene = await readLeadScene(tools, organizationId, leadId)
  if (isInAlbum(message)) return showAlbumFiles(scene, organizationId, message)
  const file = await tools.desk.ask(botActor(organizationId), 'findAttachment', { attachmentId })
  if (file.state !== 'stored') return
  const places = await findPlaces(scene, organizationId, message)
  const write = contentOf(tools, organizationId, { ...file, id: attachmentId, messageId })
  const posts = placesOf(scene, audienceOf(scene.team, scene.card)).flatMap(({ chat }) => {
    const place = places.get(chat)
    if (!place) return []
    return [postBelow(scene, chat, fileKey(messageId, attachmentId), place, write)]
  })
  await showPosts(tools.desk, organizationId, posts)
})
