import { botActor, showPosts } from '../posts/show-posts.ts'
import { isInAlbum, showAlbumFiles } from './attachment-album.ts'
import { contentOf } from './attachment-content.ts'
import { type LeadScene, readMessageScene } from './lead-scene.ts'
import { fileKey, findPlaces, postBelow, type ReadMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'

/**
 * A file has been fetched: it is shown below the post that told of it, to those whom the lead concerns; the files of an
 * album together.
 */
export const attachmentStored = noticeOf('attachment.stored', async (tools, { organizationId, data }) => {
  const { leadId, messageId, attachmentId } = data
  const { scene, message } = await readMessageScene(tools, organizationId, leadId, messageId)
  if (isInAlbum(message)) await showAlbumFiles(scene, organizationId, message)
  else await showFile(scene, organizationId, message, attachmentId)
})

/** Shows all files of a message that are here by now, where it was told. */
export async function showFiles(
  scene: LeadScene,
  organizationId: string,
  message: ReadMessage,
): Promise<void> {
  const [only] = message.attachments
  if (!only) return
  if (isInAlbum(message)) await showAlbumFiles(scene, organizationId, message)
  else await showFile(scene, organizationId, message, only.id)
}

async function showFile(
  scene: LeadScene,
  organizationId: string,
  message: ReadMessage,
  attachmentId: string,
): Promise<void> {
  const { tools, team, card } = scene
  const file = await tools.desk.ask(botActor(organizationId), 'findAttachment', { attachmentId })
  if (file.state !== 'stored') return
  const shown = await findPlaces(scene, organizationId, message)
  const write = contentOf(tools, organizationId, { ...file, id: attachmentId, messageId: message.id })
  const posts = placesOf(scene, audienceOf(team, card)).flatMap(({ chat }) => {
    const place = shown.get(chat)
    return place ? [postBelow(scene, chat, fileKey(message.id, attachmentId), place, write)] : []
  })
  await showPosts(tools.desk, organizationId, posts)
}
