import type { SendOutcome, UsedAccount } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt } from '../../meta/loose-json.ts'
import { sortGraphAnswer } from '../../meta/sort-graph-error.ts'
import type { FilePlace } from './message-part.ts'
import { plainMime } from './plain-mime.ts'

/**
 * Larger files are linked to. Meta fetches those itself, in its own time, while an upload has to fit into the seconds
 * that one send may take: 8 MB in 16 s need 4 Mbit/s. Smaller ones are uploaded: Meta recommends it, a refusal is told
 * at once instead of minutes later, and PUBLIC_URL need not be reachable.
 */
const largestUpload = 8_000_000

/**
 * Brings a file to where Meta finds it. Nothing that goes wrong here has reached the customer, so whatever is in doubt
 * may be tried again.
 *
 * @param timeoutMs how long it may take, besides what the upload of a large file takes
 */
export async function placeFile(
  graph: GraphClient,
  account: UsedAccount,
  file: OutboundFile,
  timeoutMs: number,
): Promise<FilePlace | SendOutcome> {
  if (file.size > largestUpload) return { link: file.link() }
  const type = uploadMime(file.mime)
  const form = { fields: { messaging_product: 'whatsapp', type }, files: [{ field: 'file', file, type }] }
  const path = `${encodeURIComponent(account.externalId)}/media`
  const answer = await graph.upload(path, account.token, form, { timeoutMs })
  if (answer.kind === 'answered') {
    const id = idAt(answer.body, 'id')
    return id === undefined ? later({ code: 'no-media-id', title: 'The upload was given no id' }) : { id }
  }
  const outcome = sortGraphAnswer(answer)
  return outcome.outcome === 'unconfirmed' ? later(outcome.failure) : outcome
}

/** Meta wants to be told the codec of Ogg, of which it takes one, and calls CSV plain text. */
function uploadMime(mime: string): string {
  const plain = plainMime(mime)
  if (plain === 'audio/ogg') return 'audio/ogg; codecs=opus'
  return plain === 'text/csv' ? 'text/plain' : plain
}

function later(failure: NetworkFailure): SendOutcome {
  return { outcome: 'refused-for-now', failure }
}
