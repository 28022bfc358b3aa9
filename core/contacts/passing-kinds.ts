import type { IdentityKind, Person } from '../channels/inbound-item.ts'

/**
 * Names that a person can give up and another take: they are kept for staff to see, but nobody is recognised by one.
 */
export const passingKinds: ReadonlySet<string> = new Set<IdentityKind>([
  'whatsapp_username',
  'instagram_username',
  'telegram_username',
])

/** Whether a person can be known again; of one without a firm identity nothing can be kept but what he wrote. */
export const isRecognisable = ({ identities }: Person): boolean =>
  identities.some(({ kind }) => !passingKinds.has(kind))
