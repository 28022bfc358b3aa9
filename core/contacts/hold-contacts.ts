import type { Sql } from '../database/sql.ts'

/** Any number that no other lock of ours has. */
const contactsLock = 7_275_392

/**
 * Keeps merges of this organization's contacts away until the transaction ends; transactions that hold it so do not
 * hinder one another. Taken by a statement of its own, before the first look at an identity: a statement sees what was
 * committed before it began, and so sees what a merge did that it had to wait for.
 */
export const holdContacts = (sql: Sql, organizationId: string) =>
  sql.query('select pg_advisory_xact_lock_shared($1, hashtext($2))', [contactsLock, organizationId])

/**
 * Waits until nobody in this organization is taking messages in, and has the contacts alone until the transaction
 * ends. A merge takes milliseconds; what arrives meanwhile waits for as long.
 */
export const haveContactsAlone = (sql: Sql, organizationId: string) =>
  sql.query('select pg_advisory_xact_lock($1, hashtext($2))', [contactsLock, organizationId])
