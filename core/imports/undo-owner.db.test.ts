import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { ensureApplicationRole } from '../database/application-role.ts'
import { migrate } from '../database/migrate.ts'
import { newId } from '../new-id.ts'
import { createOwnDatabase } from '../testing/own-database.ts'

const database = await createOwnDatabase()
afterAll(() => database.drop())

it('takes back of one organization only, also where the owner of the tables is no superuser', async () => {
  await ensureApplicationRole(database.url)
  await migrate(database.ownerUrl, join(import.meta.dirname, '../../migrations'))
  const client = new pg.Client({ connectionString: database.url })
  // A failed test leaves it to the end of its database.
  client.on('error', () => undefined)
  await client.connect()
  const [one, other] = [newId(), newId()]
  await client.query(`insert into organization (id, name) values ($1, 'One'), ($2, 'Other')`, [one, other])
  const imports = new Map<string, string>()
  for (const organizationId of [one, other]) {
    const [member, list, contact, lead] = [newId(), newId(), newId(), newId()]
    imports.set(organizationId, list)
    await client.query('begin')
    await client.query(
      `insert into member (organization_id, id, telegram_user_id, name, role) values ($1, $2, 1, 'Owner', 'owner')`,
      [organizationId, member],
    )
    await client.query(
      `insert into contact_import (organization_id, id, by_id, idempotency_key, language, source, file_name, state)
       values ($1, $2, $3, 'k', 'en', '{}', 'a.csv', 'undoing')`,
      [organizationId, list, member],
    )
    await client.query('insert into contact (organization_id, id) values ($1, $2)', [organizationId, contact])
    await client.query(
      `insert into lead (organization_id, id, number, contact_id, source, last_message_at, idempotency_key)
       values ($1, $2, 1, $3, 'import', now(), 'import:' || $4::text || ':1')`,
      [organizationId, lead, contact, list],
    )
    await client.query(
      `insert into contact_import_row (organization_id, import_id, number, contact_id, lead_id, opened)
       values ($1, $2, 1, $3, $4, true)`,
      [organizationId, list, contact, lead],
    )
    await client.query('commit')
  }
  const takeBack = async (organizationId: string, list: string | undefined) => {
    await client.query('begin')
    await client.query('set local role parley_app')
    await client.query(`select set_config('parley.organization_id', $1, true)`, [organizationId])
    const { rows } = await client.query('select removed from take_back_imported($1, 100)', [list])
    await client.query('commit')
    return rows
  }
  expect(await takeBack(one, imports.get(other)), 'another organization’s').toEqual([])
  expect(await takeBack('', imports.get(one))).toEqual([])
  expect(await takeBack(one, imports.get(one))).toEqual([{ removed: true }])
  const { rows } = await client.query(
    'select organization_id from lead union all select organization_id from contact',
  )
  expect(rows).toEqual([{ organization_id: other }, { organization_id: other }])
  await client.end()
})
