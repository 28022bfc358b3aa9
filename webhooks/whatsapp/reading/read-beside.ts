import type { ChannelNotice, NetworkFailure, NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { type JsonRecord, restOf } from '../../meta/loose-json.ts'
import { classOfGraphError } from '../../meta/sort-graph-error.ts'
import { noticeOf } from './read-notice.ts'
import type { Surroundings } from './surroundings.ts'

const envelope = ['messaging_product', 'metadata', 'contacts', 'errors']
/** Blocked for a breach of policy, and locked: one message cannot be sent, and neither can any other. */
const accountIsShut = new Set([368, 131031])

/**
 * What a value holds beside its items: errors of the whole account, contacts that no item refers to, and keys that
 * this version does not know.
 *
 * @param topic under which unknown keys are kept
 * @param readHere the keys of the value that have been read as items
 */
export function readBeside(
  value: JsonRecord,
  topic: string,
  readHere: string[],
  around: Surroundings,
): ChannelNotice[] {
  const { change, contacts, errors } = around
  const notices: ChannelNotice[] = []
  if (!readHere.includes('errors') && hasAny(value.errors)) {
    const dangers = errors.flatMap(dangerOf)
    notices.push(noticeOf('errors', value.errors, change, dangers[0]))
    for (const danger of dangers.slice(1)) notices.push(noticeOf('errors', value.errors, change, danger))
  }
  const strangers = contacts.unclaimed()
  if (strangers.length > 0) notices.push(noticeOf('contacts', strangers, change))
  const rest = restOf(value, [...envelope, ...readHere])
  if (rest !== undefined) notices.push(noticeOf(topic, rest, change))
  return notices
}

/** An error beside the messages is an account in danger only where nothing at all can be sent because of it. */
function dangerOf({ code, title, detail }: NetworkFailure): NoticeMeaning[] {
  const number = Number(code)
  if (!accountIsShut.has(number) && classOfGraphError(number) !== 'stop') return []
  return [dropUndefined({ kind: 'danger' as const, code: `error-${code}`, title, detail })]
}

function hasAny(errors: unknown): boolean {
  return Array.isArray(errors) ? errors.length > 0 : errors !== undefined && errors !== null
}
