/**
 * SQL, of `l` (lead); $1 is the organization: whether staff have put it off, and neither that time has come nor the
 * customer has written since.
 */
export const isSnoozed = `coalesce(l.snoozed_until > now()
  and l.last_inbound_at is not distinct from l.snoozed_inbound_at, false)`

/** SQL, likewise: whether the business does not talk to its person. */
export const isOfBlocked = `exists (select from contact b where b.organization_id = $1 and b.id = l.contact_id
  and b.blocked_at is not null)`

/** SQL, likewise: whether it is out of sight where work is listed. */
export const isResting = `(${isSnoozed} or ${isOfBlocked})`
