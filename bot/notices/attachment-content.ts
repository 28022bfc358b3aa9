import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { BotTools } from '../context.ts'
import { decideFileManner, mostFileBytes, type ShownFile } from '../posts/decide-file-manner.ts'
import { hasPublicLinks } from '../posts/has-public-links.ts'
import type { PostContent, ShownPart } from '../posts/post-content.ts'
import type { Voice } from '../voice.ts'

/** A stored file of a message. */
export interface StoredFile extends ShownFile {
  id: string
  messageId: string
  fileName: string | null
  /** What was written with it, where its own post should say so. */
  caption?: string | null
}

/** Whether Telegram takes it from us at all. */
export const isShowable = ({ size }: ShownFile): boolean => (size ?? 0) <= mostFileBytes

/** A file as a part of what is shown. */
export const partOf = (file: StoredFile): ShownPart => ({
  attachmentId: file.id,
  manner: decideFileManner(file),
  fileName: file.fileName ?? '',
  messageId: file.messageId,
  ...(file.caption?.trim() ? { caption: file.caption } : {}),
})

/**
 * A file on its own. One that is too large for Telegram is opened by a link, which a button makes when it is wanted:
 * links live for minutes.
 */
export const contentOf =
  (tools: BotTools, organizationId: string, file: StoredFile) =>
  ({ say }: Voice): PostContent => {
    if (isShowable(file)) return { method: 'file', ...partOf(file) }
    const { id, messageId } = file
    const size = Math.round((file.size ?? 0) / 1_000_000)
    if (!hasPublicLinks(tools.files, organizationId, id)) {
      return { method: 'send', html: say('file-too-large', { size }), messageId }
    }
    const buttons = [[{ text: say('button-file-link'), data: callbackData('file', shortId(id)) }]]
    return { method: 'send', html: say('file-too-large-link', { size }), buttons, messageId }
  }
