import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import type { Row, Sql } from './sql.ts'

/** Plain SQL with bound parameters inside the ORM's transaction. */
export function transactionSql(em: SqlEntityManager): Sql {
  const transaction = em.getTransactionContext()
  if (!transaction) throw new Error('No transaction is open on this entity manager.')
  return {
    async query<R extends Row>(text: string, values: unknown[] = []) {
      return (await transaction.executeQuery(CompiledQuery.raw(text, values))).rows as R[]
    },
  }
}
