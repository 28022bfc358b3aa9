import type { IdentityClaim } from '../channels/inbound-item.ts'
import { createClaimMap } from './claim-map.ts'

/** Who is known by an identity, from when until when. `until` is null while it holds. */
export interface IdentitySpan {
  id: string
  contactId: string
  /** What the contact brought along before any merge: see the migration. */
  threadId: string
  kind: string
  value: string
  address: string | null
  claimed: boolean
  /** Of a stored one that began before the batch is about: some moment after its beginning and before the batch. */
  from: Date
  until: Date | null
}

/** The spans that a batch is about, as the database has them and as the batch changes them. Pure. */
export interface IdentityBook {
  /** The span that held at a moment, the one of its end included, or the one that holds since: what was said before we knew is of the same person. */
  at(claim: IdentityClaim, at: Date): IdentitySpan | undefined
  current(claim: IdentityClaim): IdentitySpan | undefined
  open(span: IdentitySpan): void
  /** Ends a span; never before it began. */
  close(span: IdentitySpan, at: Date): void
  /** The person was seen under it: maybe earlier than known, or with a proof or an address where there was none. */
  see(span: IdentitySpan, claim: IdentityClaim, at: Date): void
  /** What has to be written, each in one order for everybody, so that two batches wait for each other. */
  changes(): { opened: IdentitySpan[]; changed: IdentitySpan[] }
}

/** @param stored become the book's own */
export function createIdentityBook(stored: IdentitySpan[]): IdentityBook {
  const spans = createClaimMap<IdentitySpan[]>()
  const opened = new Set<IdentitySpan>()
  const changed = new Set<IdentitySpan>()
  const add = (span: IdentitySpan) => {
    const list = spans.get(span)
    if (list) list.push(span)
    else spans.set(span, [span])
  }
  for (const span of stored) add(span)
  const change = (span: IdentitySpan) => {
    if (!opened.has(span)) changed.add(span)
  }
  return {
    at(claim, at) {
      let found: IdentitySpan | undefined
      for (const span of spans.get(claim) ?? []) {
        if (endOf(span) >= at.getTime() && (!found || endOf(span) < endOf(found))) found = span
      }
      return found
    },
    current: (claim) => spans.get(claim)?.find(({ until }) => until === null),
    open(span) {
      add(span)
      opened.add(span)
    },
    close(span, at) {
      span.until = at > span.from ? at : span.from
      change(span)
    },
    see(span, { claimed = false, address }, at) {
      const proves = span.claimed && !claimed
      const addresses = span.address === null && address !== undefined
      if (at >= span.from && !proves && !addresses) return
      if (at < span.from) span.from = at
      if (proves) span.claimed = false
      if (addresses) span.address = address
      change(span)
    },
    changes: () => ({ opened: [...opened].sort(byKey), changed: [...changed].sort(byKey) }),
  }
}

const endOf = ({ until }: IdentitySpan) => until?.getTime() ?? Number.POSITIVE_INFINITY
const byKey = (a: IdentitySpan, b: IdentitySpan) =>
  a.kind < b.kind || (a.kind === b.kind && a.value < b.value) ? -1 : 1
