import type { Work } from '../command.ts'
import { type Mask, unmasked } from '../contacts/mask.ts'
import { readMasksOf } from '../contacts/read-masks.ts'
import { kept } from '../database/kept-plans.ts'
import { joinOwnRole, type Rights, type RoleRow, rightsOf, roleColumns } from '../team/rights.ts'
import { canSee, type Seen, type Sight, sightIn } from '../team/sight.ts'

/** Where something is shown: a chat of the staff's network. */
interface Chat {
  id: string
  kind: 'private' | 'group'
}

/** What stands between news and those whom it is not for. */
export interface Guard {
  /** Whether a lead may be spoken of in a chat: its member is on the team and sees the lead. */
  tells(chat: Chat, leadId: string): boolean
  /** Through what the chat sees the lead's person; in a group, as whoever of the team may see least. */
  mask(chat: Chat, leadId: string): Mask
}

interface Watched {
  isActive: boolean
  rights: Rights
  sees: Sight
}

interface LeadRow extends Seen, Record<string, unknown> {
  id: string
  contactId: string
}

const open: Guard = { tells: () => true, mask: () => unmasked }

/**
 * Reads what must be known of the team and of leads to guard what Parley itself tells: news is written once, for
 * everybody whom it concerns, and whoever may not see a lead or a number must not, whatever wrote it.
 */
export async function readGuard(work: Work, leadIds: readonly string[]): Promise<Guard> {
  if (leadIds.length === 0) return open
  const { sql, organizationId } = work
  const watched = await readWatched(work)
  if (watched.size === 0) return open
  const rows = await sql.query<LeadRow>(
    kept(`select id, owner_id as "ownerId", closed_at as "closedAt", contact_id as "contactId" from lead
     where organization_id = $1 and id = any($2)`),
    [organizationId, leadIds],
  )
  const leads = new Map(rows.map((lead) => [lead.id, lead]))
  const maskOf = await readMasksOf(
    sql,
    organizationId,
    rows.map(({ contactId }) => contactId),
  )
  const hidesFrom = ({ rights }: Watched) => !rights.permissions.includes('phones.see')
  const groupIsMasked = [...watched.values()].some((member) => member.isActive && hidesFrom(member))
  return {
    tells({ id, kind }, leadId) {
      const member = kind === 'private' ? watched.get(id) : undefined
      const lead = leads.get(leadId)
      return !member || (member.isActive && lead !== undefined && canSee(member.sees, lead))
    },
    mask({ id, kind }, leadId) {
      const member = watched.get(id)
      const lead = leads.get(leadId)
      const isMasked = kind === 'group' ? groupIsMasked : member !== undefined && hidesFrom(member)
      return isMasked && lead ? maskOf(lead.contactId) : unmasked
    },
  }
}

/** By their chats, those who may not be told everything: people with a role of the organization's own, and those who left. */
async function readWatched({ sql, organizationId }: Work): Promise<Map<string, Watched>> {
  const rows = await sql.query<
    RoleRow & {
      id: string
      chat: string
      teamId: string | null
      isActive: boolean
      [column: string]: unknown
    }
  >(
    kept(`select m.id, m.telegram_user_id::text as chat, m.team_id as "teamId", m.state = 'active' as "isActive", ${roleColumns}
     from member m ${joinOwnRole}
     where m.organization_id = $1 and (m.role_id is not null or m.state <> 'active')`),
    [organizationId],
  )
  const isTeamwork = rows.some(({ ownRole }) => ownRole?.scope === 'team')
  const team = isTeamwork
    ? await sql.query<{ id: string; teamId: string | null }>(
        `select id, team_id as "teamId" from member
         where organization_id = $1 and team_id is not null and state = 'active'`,
        [organizationId],
      )
    : []
  return new Map(
    rows.map((row) => {
      const rights = rightsOf(row)
      return [row.chat, { isActive: row.isActive, rights, sees: sightIn(row, rights, team) }]
    }),
  )
}
