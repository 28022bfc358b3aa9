import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { decideFileManner, mostFileBytes } from '../posts/decide-file-manner.ts'
import { hasPublicLinks } from '../posts/has-public-links.ts'
import type { PostContent } from '../posts/post-content.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import type { Voice } from '../voice.ts'
import { readLeadScene } from './lead-scene.ts'
import { fileKey, findPlaces, postBelow, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { audienceOf } from './team.ts'

/**
 * A file has been fetched: it is shown below the post that told of it, to those whom the lead concerns. One that is too
 * large for Telegram is opened by a link, which a button makes when it is wanted: links live for minutes.
 */
export const attachmentStored = noticeOf('attachment.stored', async (tools, { organizationId, data }) => {
  const { leadId, messageId, attachmentId } = data
  const file = await tools.desk.ask(botActor(organizationId), 'findAttachment', { attachmentId })
  if (file.state !== 'stored') return
  const scene = await readLeadScene(tools, organizationId, leadId)
  const message = await readMessage(tools, organizationId, messageId)
  const places = await findPlaces(scene, organizationId, message)

  const write = ({ say }: Voice): PostContent => {
    if ((file.size ?? 0) <= mostFileBytes) {
      const fileName = file.fileName ?? ''
      return { method: 'file', attachmentId, manner: decideFileManner(file), fileName, messageId }
    }
    const size = Math.round((file.size ?? 0) / 1_000_000)
    if (!hasPublicLinks(tools.files, organizationId, attachmentId)) {
      return { method: 'send', html: say('file-too-large', { size }), messageId }
    }
    const data = callbackData('file', shortId(attachmentId))
    const buttons = [[{ text: say('button-file-link'), data }]]
    return { method: 'send', html: say('file-too-large-link', { size }), buttons, messageId }
  }
  const posts = audienceOf(scene.team, scene.card).flatMap(({ telegramUserId }) => {
    const chat = String(telegramUserId)
    const place = places.get(chat)
    if (!place) return []
    return [postBelow(scene, chat, fileKey(messageId, attachmentId), place, write)]
  })
  await showPosts(tools.desk, organizationId, posts)
})
