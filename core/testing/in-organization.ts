import type { Sql } from '../database/sql.ts'
import { meetAgain } from './meet-again.ts'
import type { TestCore } from './open-test-core.ts'

/** One transaction in one organization, as the inbox makes it. */
export const inOrganization = <Result>(
  test: TestCore,
  organizationId: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> => meetAgain(() => test.core.database.transaction({ organizationId }, work))
