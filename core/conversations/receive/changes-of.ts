import type { InboundMessage } from '../../channels/inbound-item.ts'
import type { MessageChange } from './message-change.ts'
import type { Addressed } from './receive-messages.ts'

/** What messages of the kinds `edit` and `revoke` change of others. */
export const changesOf = (messages: Addressed<InboundMessage>[]): MessageChange[] =>
  messages.flatMap(({ accountId, item }): MessageChange[] => {
    if (item.replyTo === undefined) return []
    const base = { accountId, externalId: item.replyTo, at: item.sentAt }
    if (item.kind === 'edit') return [{ ...base, change: 'edited', body: item.body ?? null }]
    if (item.kind !== 'revoke') return []
    const revoked: MessageChange = { ...base, change: 'revoked', body: null }
    return item.erase ? [revoked, { ...revoked, change: 'erased' }] : [revoked]
  })
