import type { IdentityChange, IdentityClaim, InboundMessage } from '../channels/inbound-item.ts'

/**
 * The changes of identity that a network told in the chat itself: a message of kind `system` whose
 * `data.newIdentities` are the claims that hold from its time on, instead of those of its person. Everything else is
 * passed over.
 */
export function changesOfSystemMessages(
  messages: { accountId: string; item: InboundMessage }[],
): { accountId: string; item: IdentityChange }[] {
  return messages.flatMap(({ accountId, item }) => {
    if (item.kind !== 'system' || !Array.isArray(item.data.newIdentities)) return []
    const current = item.data.newIdentities.filter(isClaim)
    if (current.length === 0) return []
    const { network, account, person, sentAt } = item
    return [
      {
        accountId,
        item: { type: 'identity-change', network, account, previous: person.identities, current, at: sentAt },
      },
    ]
  })
}

const isClaim = (value: unknown): value is IdentityClaim => {
  const { kind, value: name } = (value ?? {}) as Partial<IdentityClaim>
  return typeof kind === 'string' && typeof name === 'string' && name !== ''
}
