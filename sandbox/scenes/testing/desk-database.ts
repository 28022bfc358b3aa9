import pg from 'pg'
import { becomes } from './eventually.ts'

type Row = Record<string, unknown>

/** The desk's database seen from beside it, as the superuser: every row of every organization. */
export interface DeskDatabase {
  sql<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>
  /** One number from one row. */
  count(text: string, values?: unknown[]): Promise<number>
  /** The tables in which these words stand, be it as text or in kept bytes. */
  tablesWith(words: string): Promise<string[]>
  /** Waits until nothing is queued any more, in no queue. */
  quiet(within?: number): Promise<void>
  close(): Promise<void>
}

const queues = `select
  (select count(*) from inbound_event where state = 'pending')::int as inbox,
  (select count(*) from event_delivery where state = 'pending')::int as outbox,
  (select count(*) from outbound_send)::int as sending,
  (select count(*) from staff_post where state = 'pending')::int as posts`

/**
 * Staff chats take one message a second; a scene would wait for that more than for anything else. Scenes that are not
 * about the pace do without it.
 */
const unpaced = `create or replace function scene_unpaced() returns trigger language plpgsql as $$
  begin new.paced_until := '-infinity'; return new; end $$;
  create or replace trigger scene_unpaced before insert or update on staff_chat
  for each row execute function scene_unpaced()`

export function openDeskDatabase(url: string): DeskDatabase & { removePace(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 })
  // Scenes stop the server, and end every connection when they drop the database.
  pool.on('error', () => undefined)
  const sql: DeskDatabase['sql'] = async <R extends Row>(text: string, values: unknown[] = []) =>
    (await pool.query(text, values)).rows as R[]
  return {
    sql,
    async count(text, values) {
      const [row] = await sql(text, values)
      return Number(Object.values(row ?? {})[0] ?? Number.NaN)
    },
    async tablesWith(words) {
      const tables = await sql<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public'`,
      )
      const found: string[] = []
      for (const { name } of tables) {
        const text = `select 1 from "${name}" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`
        const rows = await sql(text, [words, Buffer.from(words).toString('hex')])
        if (rows.length > 0) found.push(name)
      }
      return found
    },
    async quiet(within) {
      await becomes(
        async () => (await sql(queues))[0] ?? {},
        { inbox: 0, outbox: 0, sending: 0, posts: 0 },
        within,
      )
    },
    removePace: async () => void (await sql(unpaced)),
    close: () => pool.end(),
  }
}
