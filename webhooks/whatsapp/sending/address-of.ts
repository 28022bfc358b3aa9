import type { IdentityClaim, IdentityKind } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'

/** Where a message goes. */
export interface Address {
  to?: string
  recipient?: string
}

/**
 * Where both are known both are given: the phone number wins, and the id still works when the number changed. A number
 * that the person only said, such as in a form, is as good as any: WhatsApp itself tells whose it is.
 *
 * @returns undefined where WhatsApp knows neither
 */
export function addressOf(recipient: IdentityClaim[]): Address | undefined {
  const phone = first(recipient, 'phone')
  const user = first(recipient, 'whatsapp_user') ?? first(recipient, 'whatsapp_parent_user')
  if (phone === undefined && user === undefined) return undefined
  return dropUndefined({
    to: phone && (phone.address ?? phone.value).replace(/\D/g, ''),
    recipient: user && (user.address ?? user.value),
  })
}

function first(recipient: IdentityClaim[], kind: IdentityKind): IdentityClaim | undefined {
  return recipient.find((claim) => claim.kind === kind)
}
