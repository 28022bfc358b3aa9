import { DeskError } from '#core/errors.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { mostOwnFileBytes } from '../messages/read-own-file.ts'
import { privatePost } from '../posts/private-post.ts'
import { showPosts } from '../posts/show-posts.ts'
import { importFace } from './import-face.ts'

/** A file in Telegram that may be a list of people. */
export interface ListFile {
  mediaId: string
  fileName: string
}

/** Every post about an import, in its member's chat. */
export const listKey = (importId: string): string => `list:${importId}`

/**
 * Begins an import and shows it in a post of its own, which changes as it goes on. `message`: where the member asked for
 * it; asked twice, it is one.
 *
 * @returns the import's id
 */
export async function beginList(
  ctx: MemberContext,
  { mediaId, fileName }: ListFile,
  message: number,
): Promise<string> {
  const { tools, person, voice } = ctx
  const { importId } = await tools.desk.perform(actorOf(ctx), 'beginImport', {
    fileName,
    source: { network: 'telegram_staff', mediaId },
    language: voice.language,
    origin: { account: accountOf(ctx), chat: String(person.telegramUserId), message },
  })
  const list = await tools.desk.ask(actorOf(ctx), 'readImport', { importId })
  await showPosts(tools.desk, ctx.member.organizationId, [
    privatePost(person.telegramUserId, listKey(importId), {
      method: 'send',
      ...importFace(voice, list),
      purpose: 'wizard',
    }),
  ])
  return importId
}

/** Telegram gives no bot more. @throws DeskError import-too-large */
export function mustFit(bytes: number): void {
  if (bytes <= mostOwnFileBytes) return
  throw new DeskError('invalid', 'import-too-large', { limit: Math.floor(mostOwnFileBytes / 1024 / 1024) })
}
