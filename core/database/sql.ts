import pg from 'pg'

/** A row as PostgreSQL gives it; each query names the shape it expects. */
export type Row = Record<string, unknown>

/** Something that runs SQL: a pool, one connection, or a transaction. */
export interface Sql {
  query<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>
}

/** What a transaction may see; set with SET LOCAL and gone with the transaction. */
export interface Scope {
  /** Whose rows. */
  organizationId?: string
  /** 'relay': the queues of all organizations. */
  relay?: boolean
  /** A Telegram user id, whose memberships in all organizations may be read. */
  person?: number
}

/** A transaction that can go on in another scope: the claim loops work for one organization after another. */
export interface ScopedSql extends Sql {
  enter(scope: Scope): Promise<void>
}

/** The two ways into the database that are not the ORM's, for the hot paths. */
export interface Database {
  /** One transaction on one connection; rolled back when `work` throws. */
  transaction<T>(scope: Scope, work: (sql: ScopedSql) => Promise<T>): Promise<T>
  /** One statement by itself, without any scope: for tables that need none. */
  query<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>
  /** One statement by itself on the queues of all organizations, for a third of the way of a transaction. */
  relay<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>
}

const settings = ({ organizationId = '', relay = false, person }: Scope) => [
  organizationId,
  relay ? 'relay' : '',
  person === undefined ? '' : String(person),
]

export const enterScope = `select set_config('parley.organization_id', $1, true),
  set_config('parley.scope', $2, true), set_config('parley.person', $3, true)`

/** Two statements in one message: every transaction of the hot paths would else wait for one more answer. */
function beginIn(scope: Scope): string {
  const values = settings(scope).map((value) => pg.escapeLiteral(value))
  return `begin; ${enterScope.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? "''")}`
}

/** @param relayPool its connections have the relay scope for as long as they live */
export function createDatabase(pool: pg.Pool, relayPool: pg.Pool): Database {
  return {
    async query<R extends Row>(text: string, values: unknown[] = []) {
      return (await pool.query(text, values)).rows as R[]
    },
    async relay<R extends Row>(text: string, values: unknown[] = []) {
      return (await relayPool.query(text, values)).rows as R[]
    },
    async transaction(scope, work) {
      const client = await pool.connect()
      let broken: Error | undefined
      const sql = {
        async query<R extends Row>(text: string, values: unknown[] = []) {
          return (await client.query(text, values)).rows as R[]
        },
        async enter(next: Scope) {
          await client.query(enterScope, settings(next))
        },
      }
      try {
        await client.query(beginIn(scope))
        const result = await work(sql)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure
        })
        throw error
      } finally {
        // A connection whose rollback failed is in an unknown state: it is closed rather than used again.
        client.release(broken)
      }
    },
  }
}
