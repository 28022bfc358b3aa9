import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { isRecord, type JsonRecord, recordAt, textAt } from '../meta/loose-json.ts'
import { parseLosslessly } from '../meta/parse-losslessly.ts'
import { readTime } from '../meta/read-time.ts'
import { accountOfOwner, readUrn } from './urn.ts'

/**
 * The reader of LinkedIn's notifications, which name a lead by its URN and nothing else: it has to be fetched. A lead that
 * was deleted there is erased here.
 */
export function createLinkedinReader(options: { now: () => Date }): InboundReader {
  return (body) => {
    const call = cleanJson(parseLosslessly(body.toString('utf8')))
    if (!isRecord(call))
      throw new SyntaxError('A notification of LinkedIn is a JSON object; this one is not.')
    return [readNotification(call, options.now())]
  }
}

function readNotification(call: JsonRecord, now: Date): InboundItem {
  const network = 'linkedin_leads' as const
  const type = textAt(call, 'type') ?? 'unnamed'
  if (type !== 'LEAD_ACTION') return { type: 'channel-notice', network, topic: type, data: call }
  const response = readUrn(call.leadGenFormResponse)
  const account = accountOfOwner(call.owner)
  if (!response) return unreadable('`leadGenFormResponse` is missing or is not a URN', call)
  if (!account) return unreadable('`owner` names no organization and no ad account', call)
  const { at } = readTime(call.occurredAt, now)
  const shared = { network, account, externalId: response.id, at }
  const action = textAt(call, 'leadAction')
  if (action === 'DELETED') return { type: 'erasure', ...shared }
  return {
    type: 'fetch-request',
    what: 'lead',
    ...shared,
    data: dropUndefined({
      form: textAt(call, 'leadGenForm'),
      leadType: textAt(call, 'leadType'),
      entity: entityOf(call),
      occurredAt: at.toISOString(),
    }),
  }
}

function entityOf(call: JsonRecord): string | undefined {
  const [first] = Object.values(recordAt(call, 'associatedEntity') ?? {})
  return typeof first === 'string' ? first.slice(0, 300) : undefined
}

const unreadable = (reason: string, item: JsonRecord): InboundItem => ({
  type: 'unreadable',
  network: 'linkedin_leads',
  path: '',
  reason,
  item,
})
