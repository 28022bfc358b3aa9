import type { Sql } from '../database/sql.ts'
import type { DemoHistory } from './demo-history.ts'
import { storedSource } from './lead-sources.ts'

/** The columns of each table that a history fills, in an order in which every row finds what it points to. */
const tables = [
  ['contact', 'contacts', 'id, name, language, created_at'],
  ['contact_identity', 'identities', 'id, contact_id, kind, value, address, valid_from'],
  [
    'lead',
    'leads',
    `id, number, contact_id, status, owner_id, source, attribution, lost_reason, value_minor, value_currency,
     created_at, claimed_at, closed_at, last_message_at, last_inbound_at, last_outbound_at`,
  ],
  [
    'conversation',
    'conversations',
    'id, channel_account_id, contact_id, lead_id, last_inbound_at, last_message_at, created_at',
  ],
  [
    'message',
    'messages',
    `id, conversation_id, lead_id, channel_account_id, direction, external_id, kind, body, data,
     reply_to_external_id, status, failure, author_id, sent_at, received_at, delivered_at, read_at, created_at`,
  ],
  [
    'attachment',
    'attachments',
    'id, message_id, kind, network_media_id, mime, file_name, sha256, size, state, created_at',
  ],
  ['note', 'notes', 'id, lead_id, author_id, body, created_at'],
  ['activity', 'activities', 'id, lead_id, kind, actor_id, data, created_at'],
] as const

/** What the rows of a history do not say. The files of invented people are nowhere: nobody shall look for them. */
const defaults: Partial<Record<string, object>> = { attachment: { state: 'lost' } }

/** A row of a lead names where it came from as the desk does. */
const told = (row: object): object =>
  'source' in row ? { ...row, source: storedSource[row.source as keyof typeof storedSource] } : row

/** Inserts a history, one statement for each table. The transaction must be in the organization's scope. */
export async function insertHistory(sql: Sql, organizationId: string, history: DemoHistory): Promise<void> {
  for (const [table, list, columns] of tables) {
    await sql.query(
      `insert into ${table} (organization_id, ${columns})
       select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
      [
        organizationId,
        JSON.stringify(history[list].map((row) => inColumns({ ...defaults[table], ...told(row) }))),
      ],
    )
  }
  await sql.query('update organization set last_lead_number = $2 where id = $1', [
    organizationId,
    history.leads.length,
  ])
}

/** A row with its keys as the database spells them. What stands inside JSON columns keeps its own. */
const inColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
