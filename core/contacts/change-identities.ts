import type { IdentityChange, IdentityClaim } from '../channels/inbound-item.ts'
import type { IdentityBook, IdentitySpan } from './identity-book.ts'
import { passingKinds } from './passing-kinds.ts'
import { type Doubt, openSpan } from './place-person.ts'

/**
 * Enters one change into the book: what the person was known by ends at its time, and what he is known by begins. Pure.
 *
 * Where only the new names are known, their contact learns that it had the old ones until then; where neither are,
 * nothing is invented. A new name that another contact has stays there, and is a doubt.
 */
export function changeIdentities(
  book: IdentityBook,
  { previous, current, at }: Pick<IdentityChange, 'previous' | 'current' | 'at'>,
): Doubt[] {
  const held = (claim: IdentityClaim) => {
    const span = passingKinds.has(claim.kind) ? undefined : book.at(claim, at)
    return span && span.from <= at ? span : undefined
  }
  const now = (claim: IdentityClaim) => (passingKinds.has(claim.kind) ? undefined : book.at(claim, at))
  const person = firstOf(previous, held) ?? firstOf(current, now)
  if (!person) return []
  const { contactId, threadId } = person
  for (const claim of previous) endIt(book, claim, at, person, current)
  const doubts: Doubt[] = []
  for (const claim of current) {
    const span = book.at(claim, at)
    if (!span) openSpan(book, claim, at, contactId, threadId)
    else if (span.contactId === contactId) book.see(span, claim, at)
    else if (passingKinds.has(claim.kind) || span.claimed) {
      if (span.until) continue
      book.close(span, at)
      openSpan(book, claim, at, contactId, threadId)
    } else doubts.push({ contactId, otherId: span.contactId, reason: 'changed-into' })
  }
  return doubts
}

const firstOf = (claims: IdentityClaim[], find: (claim: IdentityClaim) => IdentitySpan | undefined) =>
  claims.map(find).find((span) => span !== undefined)

function endIt(
  book: IdentityBook,
  claim: IdentityClaim,
  at: Date,
  { contactId, threadId }: IdentitySpan,
  current: IdentityClaim[],
) {
  const stays = current.some(({ kind, value }) => kind === claim.kind && value === claim.value)
  // Of a kind that the change does not tell of anew, the old one may well still hold.
  const isReplaced = current.some(({ kind }) => kind === claim.kind)
  if (stays || !isReplaced) return
  const span = book.at(claim, at)
  if (span?.contactId === contactId && span.until === null && span.from <= at) book.close(span, at)
  else if (!span) openSpan(book, claim, at, contactId, threadId, at)
}
