import type { SendOutcome, UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { refuse } from '../meta/direct/direct-outcome.ts'
import { sortDirectAnswer } from '../meta/direct/sort-direct-answer.ts'
import type { GraphClient } from '../meta/graph-client.ts'
import { idAt, type JsonRecord } from '../meta/loose-json.ts'
import { messengerLimits } from './messenger-limits.ts'

/** Leaves a third of the 15 s of a send to the message itself; a large file may take longer. */
const uploadMs = 10_000

const types = {
  image: 'image',
  video: 'video',
  animation: 'video',
  video_note: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'file',
  sticker: 'file',
} as const

/**
 * Brings a file to Meta and gives what goes into `message`. Uploading shows the customer nothing and may be done again,
 * so that only the short call after it can end unconfirmed.
 */
export async function uploadFile(
  graph: GraphClient,
  { externalId, token }: UsedAccount,
  file: OutboundFile,
): Promise<{ message: JsonRecord } | SendOutcome> {
  const type = types[file.kind]
  const limit = messengerLimits.files[file.kind]
  if (limit === undefined) return refuse('cannot-carry', `Messenger does not carry a ${file.kind}`)
  if (file.size > limit.maxBytes)
    return refuse('too-large', `Messenger takes ${limit.maxBytes} bytes at most`)
  const message = JSON.stringify({ attachment: { type, payload: { is_reusable: true } } })
  const form = { fields: { message }, files: [{ field: 'filedata', file }] }
  const path = `${encodeURIComponent(externalId)}/message_attachments`
  const answer = await graph.upload(path, token, form, { timeoutMs: uploadMs })
  if (answer.kind === 'answered') {
    const id = idAt(answer.body, 'attachment_id')
    if (id !== undefined) return { message: { attachment: { type, payload: { attachment_id: id } } } }
    return forNow({ code: 'no-attachment', title: 'Uploaded, but the answer names no attachment' })
  }
  const sorted = sortDirectAnswer(answer)
  return sorted.outcome === 'unconfirmed' ? forNow(sorted.failure) : sorted
}

function forNow(failure: { code: string; title: string; detail?: string }): SendOutcome {
  return { outcome: 'refused-for-now', failure }
}
