import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { createOwnDatabase } from '../testing/own-database.ts'
import { migrate } from './migrate.ts'

const migrations = join(import.meta.dirname, '../../migrations')
const database = await createOwnDatabase()
afterAll(() => database.drop())

it('keeps the data of the first version, also where the owner is no superuser', async () => {
  const first = await mkdtemp(join(tmpdir(), 'parley-first-'))
  await copyFile(join(migrations, '0001-ground.sql'), join(first, '0001-ground.sql'))
  await migrate(database.ownerUrl, first)
  await rm(first, { recursive: true })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`
    insert into organization (id, name) values ('0199a3c2-0000-7000-8000-000000000001', 'Old Gym');
    insert into channel_account (organization_id, id, network, external_id, name)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000002', 'whatsapp', '1', 'WhatsApp');
    insert into contact (organization_id, id, name)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000003', 'Ida');
    insert into contact_identity (organization_id, id, contact_id, kind, value)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000004',
        '0199a3c2-0000-7000-8000-000000000003', 'phone', '+4520123456');
    insert into lead (organization_id, id, number, contact_id, source, last_message_at)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000005', 1,
        '0199a3c2-0000-7000-8000-000000000003', 'whatsapp', now());
    insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000006',
        '0199a3c2-0000-7000-8000-000000000002', '0199a3c2-0000-7000-8000-000000000003',
        '0199a3c2-0000-7000-8000-000000000005', now());
    insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, status)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000007',
        '0199a3c2-0000-7000-8000-000000000006', '0199a3c2-0000-7000-8000-000000000005',
        '0199a3c2-0000-7000-8000-000000000002', 'outbound', 'text', 'queued');
    insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000007',
        '0199a3c2-0000-7000-8000-000000000006', '0199a3c2-0000-7000-8000-000000000002');
    insert into attachment (organization_id, id, message_id, kind, created_at)
      values ('0199a3c2-0000-7000-8000-000000000001', '0199a3c2-0000-7000-8000-000000000008',
        '0199a3c2-0000-7000-8000-000000000007', 'image', now() - interval '30 days');`)

  const applied = await migrate(database.ownerUrl, migrations)
  expect(applied).toEqual((await readdir(migrations)).sort().slice(1))

  const row = async (text: string) => (await client.query(text)).rows
  expect(await row('select thread_id = contact_id as same from contact_identity')).toEqual([{ same: true }])
  expect(await row('select thread_id = contact_id as same from conversation')).toEqual([{ same: true }])
  expect(await row('select name_source from contact')).toEqual([{ name_source: 'network' }])
  expect(await row('select state, channel_account_id is not null as placed from attachment')).toEqual([
    { state: 'lost', placed: true },
  ])
  // What was queued by the version before is still sent.
  expect(await row('select due_at <= now() as due from send_lane')).toEqual([{ due: true }])
  expect(await row('select count(*)::int from channel_pace')).toEqual([{ count: 1 }])
  expect(
    await row(`select relname from pg_class where relrowsecurity and not relforcerowsecurity`),
    'every wall is closed again',
  ).toEqual([])
  await client.end()
})
