import type { NewMessage } from './insert-messages.ts'
import type { MessageChange } from './message-change.ts'

/** What messages of the kinds `edit` and `revoke` change of others. */
export const changesOf = (messages: NewMessage[]): MessageChange[] =>
  messages.flatMap(({ accountId, item }): MessageChange[] => {
    if (item.replyTo === undefined) return []
    const base = { accountId, externalId: item.replyTo, at: item.sentAt }
    if (item.kind === 'edit') return [{ ...base, change: 'edited', body: item.body ?? null }]
    if (item.kind !== 'revoke') return []
    const revoked: MessageChange = { ...base, change: 'revoked', body: null }
    return item.erase ? [revoked, { ...revoked, change: 'erased' }] : [revoked]
  })
