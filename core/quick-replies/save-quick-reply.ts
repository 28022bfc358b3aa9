import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canShareQuickReplies, canWorkLeads } from '../policy.ts'
import { canChangeQuickReply } from './can-change.ts'
import { findOwn } from './find-own.ts'

/** What one is called by, however it was typed: `/Opening Hours` is `opening-hours`. */
const shortcut = z
  .string()
  .max(100)
  .transform((typed) =>
    cleanText(typed)
      .normalize('NFC')
      .toLowerCase()
      .trim()
      .replace(/^\/+/, '')
      .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  )

const text = (most: number) => z.string().transform(cleanText).pipe(z.string().trim().max(most))

/** As much as one message of every network or two. */
const mostBody = 4_000

/** So many of one member's own, and so many of everybody's. */
const mostOfOne = 500

/**
 * Writes a quick reply, or changes parts of one. Everybody has their own; those of everybody are for owners and admins.
 * `category` null takes it away. Heard twice, a new one is written once: its shortcut is its name.
 *
 * @throws DeskError quick-reply-shortcut, quick-reply-empty, quick-reply-long, quick-reply-exists, quick-reply-many, quick-reply-not-found
 */
export const saveQuickReply = defineCommand({
  input: z.object({
    id: z.uuid().exactOptional(),
    shortcut: shortcut.exactOptional(),
    body: text(100_000).exactOptional(),
    category: text(40).nullable().exactOptional(),
    shared: z.boolean().exactOptional(),
  }),
  allowed: canWorkLeads,
  async run(work, { id, ...change }) {
    const { actor, audit } = work
    if (actor.kind !== 'member') throw new Error('Only members have quick replies.')
    if (change.shortcut !== undefined && (change.shortcut === '' || [...change.shortcut].length > 32)) {
      throw new DeskError('invalid', 'quick-reply-shortcut')
    }
    if (change.body !== undefined && change.body.length > mostBody) {
      throw new DeskError('invalid', 'quick-reply-long', { limit: mostBody, length: change.body.length })
    }
    if (change.body === '') throw new DeskError('invalid', 'quick-reply-empty')
    if (change.shared && !canShareQuickReplies(actor)) throw new DeskError('forbidden', 'not-allowed')
    const known = id === undefined ? undefined : await findOwn(work, id)
    if (known && !canChangeQuickReply(actor, known)) throw new DeskError('forbidden', 'not-allowed')
    const shared = change.shared ?? known?.shared ?? false
    const next = {
      shortcut: change.shortcut ?? known?.shortcut ?? '',
      body: change.body ?? known?.body ?? '',
      category: change.category === undefined ? (known?.category ?? null) : change.category || null,
      ownerId: shared ? null : actor.memberId,
    }
    if (next.shortcut === '') throw new DeskError('invalid', 'quick-reply-shortcut')
    if (next.body === '') throw new DeskError('invalid', 'quick-reply-empty')
    const same = await findSame(work, next.shortcut, next.ownerId)
    if (same && same.id !== id) {
      if (id === undefined && same.body === next.body) return { quickReplyId: same.id }
      throw new DeskError('conflict', 'quick-reply-exists', { shortcut: next.shortcut })
    }
    const quickReplyId = id ?? newId()
    if (shared) audit('saveQuickReply', { quickReplyId })
    await (known ? rewrite(work, quickReplyId, next) : add(work, quickReplyId, next))
    return { quickReplyId }
  },
})

interface Row {
  shortcut: string
  body: string
  category: string | null
  ownerId: string | null
}

/** Locks the names of one owner first: of two who take the same name at once, the second is told. */
async function findSame({ sql, organizationId }: Work, name: string, ownerId: string | null) {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${organizationId}/quick-reply/${ownerId ?? ''}`,
  ])
  const [same] = await sql.query<{ id: string; body: string }>(
    `select id, body from quick_reply
     where organization_id = $1 and shortcut = $2 and owner_id is not distinct from $3::uuid`,
    [organizationId, name, ownerId],
  )
  return same
}

async function add({ sql, organizationId }: Work, id: string, row: Row): Promise<void> {
  const { shortcut, body, category, ownerId } = row
  const [added] = await sql.query(
    `insert into quick_reply (organization_id, id, owner_id, shortcut, body, category)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from quick_reply
       where organization_id = $1 and owner_id is not distinct from $3::uuid) < ${mostOfOne} returning id`,
    [organizationId, id, ownerId, shortcut, body, category],
  )
  if (!added) throw new DeskError('conflict', 'quick-reply-many', { limit: mostOfOne })
}

async function rewrite({ sql, organizationId }: Work, id: string, row: Row): Promise<void> {
  const { shortcut, body, category, ownerId } = row
  await sql.query(
    `update quick_reply set owner_id = $3, shortcut = $4, body = $5, category = $6, updated_at = now()
     where organization_id = $1 and id = $2`,
    [organizationId, id, ownerId, shortcut, body, category],
  )
}
