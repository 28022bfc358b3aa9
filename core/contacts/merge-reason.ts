import type { IdentityKind } from '../channels/inbound-item.ts'

/** Why two contacts may be one person: stable codes, for which each language has a sentence. */
export const mergeReasons = [
  /** One wrote or typed a phone number by which the other is known. */
  'same-phone',
  'same-email',
  /** One came with a network's own id of the other. */
  'same-network-id',
  /** The network said that one became who the other is. */
  'changed-into',
  /** A weak reason: the same name, and the same username on two networks. */
  'same-username',
] as const
export type MergeReason = (typeof mergeReasons)[number]

/** The reason that a shared identity is. */
export function reasonOf(kind: string): MergeReason {
  const reasons: Partial<Record<string, MergeReason>> = {
    phone: 'same-phone',
    email: 'same-email',
  } satisfies Partial<Record<IdentityKind, MergeReason>>
  return reasons[kind] ?? 'same-network-id'
}
