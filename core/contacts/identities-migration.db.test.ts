import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { newId } from '../new-id.ts'
import { createOwnDatabase } from '../testing/own-database.ts'

const migrations = join(import.meta.dirname, '../../migrations')

it('brings the people of an older version along, also where the owner of the tables is no superuser', async () => {
  const older = await mkdtemp(join(tmpdir(), 'parley-older-'))
  for (const name of await readdir(migrations)) {
    if (name < '0007') await cp(join(migrations, name), join(older, name))
  }
  const run = async (url: string, ...texts: string[]) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      let rows: unknown[] = []
      for (const text of texts) rows = (await client.query(text)).rows
      return rows
    } finally {
      await client.end()
    }
  }
  const database = await createOwnDatabase()
  try {
    await migrate(database.ownerUrl, older)
    const [organization, contact, account, lead] = [newId(), newId(), newId(), newId()]
    await run(
      database.url,
      `insert into organization (id, name) values ('${organization}', 'Atlas Gym')`,
      `insert into contact (organization_id, id, name) values ('${organization}', '${contact}', 'Lina')`,
      `insert into contact_identity (organization_id, id, contact_id, kind, value)
       values ('${organization}', '${newId()}', '${contact}', 'phone', '+33639980001')`,
      `insert into channel_account (organization_id, id, network, external_id, name)
       values ('${organization}', '${account}', 'whatsapp', '1001', 'WhatsApp')`,
      `insert into lead (organization_id, id, number, contact_id, source, last_message_at)
       values ('${organization}', '${lead}', 1, '${contact}', 'whatsapp', now())`,
      `insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at)
       values ('${organization}', '${newId()}', '${account}', '${contact}', '${lead}', now())`,
    )
    await migrate(database.ownerUrl, migrations)
    expect(
      await run(
        database.url,
        `select c.name_source, i.thread_id as identity, v.thread_id as conversation, i.claimed from contact c
         join contact_identity i on i.contact_id = c.id join conversation v on v.contact_id = c.id`,
      ),
    ).toEqual([{ name_source: 'network', identity: contact, conversation: contact, claimed: false }])
    expect(
      await run(
        database.url,
        `select relname from pg_class where relname in ('contact', 'contact_identity', 'conversation')
         and not (relrowsecurity and relforcerowsecurity)`,
      ),
    ).toEqual([])
  } finally {
    await database.drop()
    await rm(older, { recursive: true, force: true })
  }
})
