import type { Asked, MediaSource, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundAttachment } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, textAt } from '../../meta/loose-json.ts'
import { sortAsked } from '../../meta/sort-asked.ts'
import { tokenOriginsOf } from './token-origins.ts'

/**
 * Where a customer's file can be downloaded, for five minutes. The link that came with the message is used only where
 * there is no id to ask by: it is usually dead before anybody comes to it.
 *
 * @param root the Graph API's, which may be a simulator's
 */
export async function fetchMedia(
  graph: GraphClient,
  root: string,
  account: UsedAccount,
  file: InboundAttachment,
): Promise<Asked<MediaSource>> {
  const { mediaId, fileName } = file
  if (mediaId === undefined) {
    return file.url === undefined
      ? gone('no-media', 'The message names no file')
      : sourceOf(file.url, { mime: file.mime, fileName, size: file.size })
  }
  const query = { phone_number_id: account.externalId }
  const answer = await graph.get(encodeURIComponent(mediaId), account.token, query)
  if (answer.kind !== 'answered') return sortAsked(answer)
  const url = textAt(answer.body, 'url')
  if (url === undefined) return gone('no-media-url', 'The answer names no address of the file')
  const size = Number(idAt(answer.body, 'file_size'))
  return sourceOf(url, {
    mime: textAt(answer.body, 'mime_type') ?? file.mime,
    fileName,
    size: Number.isSafeInteger(size) ? size : undefined,
  })

  function sourceOf(
    address: string,
    facts: Partial<Record<'mime' | 'fileName', string | undefined>> & { size?: number | undefined },
  ): Asked<MediaSource> {
    if (!URL.canParse(address)) return gone('bad-media-url', 'The address of the file cannot be read')
    const tokenOrigins = tokenOriginsOf(address, root)
    const headers = { authorization: `Bearer ${account.token}` }
    const value = dropUndefined({
      url: address,
      headers: tokenOrigins.length > 0 ? headers : undefined,
      tokenOrigins,
      trustedOrigins: [new URL(root).origin],
      ...facts,
    })
    return { outcome: 'found', value }
  }
}

function gone(code: string, title: string): Asked<never> {
  return { outcome: 'gone', failure: { code, title } }
}
