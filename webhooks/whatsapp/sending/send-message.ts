import type { OutboundMessage, SendOutcome, UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { sortGraphAnswer } from '../../meta/sort-graph-error.ts'
import { type Address, addressOf } from './address-of.ts'
import { buildContent } from './build-content.ts'
import { findLimitProblem } from './find-limit-problem.ts'
import type { BuildPart, FilePlace, MessagePart } from './message-part.ts'
import { placeFile } from './place-file.ts'
import { readReceipt } from './read-receipt.ts'

/** What of a send's time an upload may take; the message itself needs the rest. */
const uploadShare = 2 / 3

/**
 * Sends one message. WhatsApp has no idempotency key: our message id travels along as `biz_opaque_callback_data` and
 * comes back in each state, which is how a lost answer is reconciled.
 *
 * @param timeoutMs how long it may take in all, an upload included, but for what a large file takes longer
 */
export async function sendMessage(
  graph: GraphClient,
  account: UsedAccount,
  message: OutboundMessage,
  timeoutMs: number,
): Promise<SendOutcome> {
  const began = Date.now()
  const address = addressOf(message.recipient)
  if (address === undefined) {
    return refuse('no-address', 'WhatsApp knows neither a phone number nor an id of this person')
  }
  const problem = findLimitProblem(message.content)
  if (problem) return { outcome: 'refused', failure: problem }
  const build = tryToBuild(message)
  if (typeof build === 'string') return refuse('not-sendable', build)

  const file = fileOf(message)
  const place = file ? await placeFile(graph, account, file, timeoutMs * uploadShare) : nowhere
  if ('outcome' in place) return place
  const path = `${encodeURIComponent(account.externalId)}/messages`
  const body = bodyOf(message, address, build(place))
  const messageMs = Math.max(timeoutMs * (1 - uploadShare), timeoutMs - (Date.now() - began))
  const answer = await graph.post(path, account.token, body, { timeoutMs: messageMs })
  return answer.kind === 'answered' ? readReceipt(answer.body) : sortGraphAnswer(answer)
}

/** For content that has no file. */
const nowhere: FilePlace = { id: '' }

function fileOf({ content }: OutboundMessage): OutboundFile | undefined {
  if (content.kind === 'file') return content.file
  return content.kind === 'template' ? content.file : undefined
}

/** The builder, or the reason why Meta would refuse the content. */
function tryToBuild({ content }: OutboundMessage): BuildPart | string {
  try {
    return buildContent(content)
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error
    return error.message
  }
}

function bodyOf(message: OutboundMessage, address: Address, { type, part }: MessagePart): JsonRecord {
  const { id, content, replyTo } = message
  // A reaction names its message itself, and a template begins a conversation.
  const answers = content.kind !== 'reaction' && content.kind !== 'template'
  return dropUndefined({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...address,
    context: answers && replyTo !== undefined ? { message_id: replyTo } : undefined,
    biz_opaque_callback_data: id,
    type,
    [type]: part,
  })
}

function refuse(code: string, title: string): SendOutcome {
  return { outcome: 'refused', failure: { code, title } }
}
