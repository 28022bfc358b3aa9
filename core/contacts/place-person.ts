import type { IdentityClaim } from '../channels/inbound-item.ts'
import { newId } from '../new-id.ts'
import type { IdentityBook, IdentitySpan } from './identity-book.ts'
import { type MergeReason, reasonOf } from './merge-reason.ts'
import { passingKinds } from './passing-kinds.ts'

/** Where a person belongs. */
export interface Place {
  contactId: string
  threadId: string
  /** The identity that the person was seen under: where an answer goes. Null where no firm one is his. */
  identityId: string | null
}

/** A contact that an identity of the person belongs to, although the person is another. */
export interface Doubt {
  contactId: string
  otherId: string
  reason: MergeReason
}

/**
 * Decides which contact a person is, and enters into the book what he is known by from now on.
 *
 * Of several contacts that his identities belong to he is the one of the strongest: what the network proved goes before
 * what was only claimed, then in the order given. Nothing is taken from the others and nobody is merged, but each is a
 * doubt. One thing moves: an identity that the other merely claimed goes to the one who proves it.
 */
export function placePerson(
  book: IdentityBook,
  claims: IdentityClaim[],
  at: Date,
): Place & { isNew: boolean; doubts: Doubt[] } {
  const found = strongest(book, claims, at)
  const contactId = found?.contactId ?? newId()
  const threadId = found?.threadId ?? contactId
  const doubts: Doubt[] = []
  let identityId: string | null = null
  for (const claim of claims) {
    if (passingKinds.has(claim.kind)) {
      passOn(book, claim, at, contactId, threadId)
      continue
    }
    const own = keep(book, claim, at, contactId, threadId, doubts)
    identityId ??= own?.id ?? null
  }
  return { contactId, threadId, identityId, isNew: found === undefined, doubts }
}

function strongest(book: IdentityBook, claims: IdentityClaim[], at: Date): IdentitySpan | undefined {
  let best: IdentitySpan | undefined
  let least = Number.POSITIVE_INFINITY
  for (const claim of claims) {
    const span = passingKinds.has(claim.kind) ? undefined : book.at(claim, at)
    if (!span) continue
    const weakness = (claim.claimed ? 2 : 0) + (span.claimed ? 1 : 0)
    if (weakness >= least) continue
    best = span
    least = weakness
  }
  return best
}

function keep(
  book: IdentityBook,
  claim: IdentityClaim,
  at: Date,
  contactId: string,
  threadId: string,
  doubts: Doubt[],
): IdentitySpan | undefined {
  const span = book.at(claim, at)
  if (!span) return openSpan(book, claim, at, contactId, threadId)
  if (span.contactId === contactId) {
    book.see(span, claim, at)
    return span
  }
  doubts.push({ contactId, otherId: span.contactId, reason: reasonOf(claim.kind) })
  if (claim.claimed || !span.claimed || span.until) return undefined
  book.close(span, at)
  return openSpan(book, claim, at, contactId, threadId)
}

/** A passing name belongs to whoever showed it last. */
function passOn(
  book: IdentityBook,
  claim: IdentityClaim,
  at: Date,
  contactId: string,
  threadId: string,
): void {
  const span = book.current(claim)
  if (span?.contactId === contactId) return void book.see(span, claim, at)
  if (span && at < span.from) return
  if (span) book.close(span, at)
  openSpan(book, claim, at, contactId, threadId)
}

/** Enters that a contact is known by a name from a moment on. */
export function openSpan(
  book: IdentityBook,
  { kind, value, address, claimed = false }: IdentityClaim,
  from: Date,
  contactId: string,
  threadId: string,
  until: Date | null = null,
): IdentitySpan {
  const span = {
    id: newId(),
    contactId,
    threadId,
    kind,
    value,
    address: address ?? null,
    claimed,
    from,
    until,
  }
  book.open(span)
  return span
}
