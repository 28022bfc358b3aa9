import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Person } from '../actor.ts'
import type { ChannelPort } from '../channels/channel-port.ts'
import { createLog } from '../log.ts'
import type { MediaOptions } from '../media/media-options.ts'
import { newId } from '../new-id.ts'
import { openCore } from '../open-core.ts'
import type { Role } from '../team/member.ts'
import { cloneDatabase } from './clone-database.ts'

export const testKey = createHash('sha256').update('a key for tests only').digest()
export const testAccount = '106540352242922'

/** A whole core on a database of its own, with an organization, an owner and a WhatsApp account. */
export async function openTestCore({
  channels = [],
  media,
}: {
  channels?: ChannelPort[]
  media?: MediaOptions
} = {}) {
  const { url, drop } = await cloneDatabase()
  const core = await openCore({
    databaseUrl: url,
    encryptionKeys: [testKey],
    migrations: join(import.meta.dirname, '../../migrations'),
    channels,
    ...(media ? { media } : {}),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
  })
  const admin = new pg.Pool({ connectionString: url, max: 3 })
  // The server ends these connections when the database is dropped.
  admin.on('error', () => undefined)
  /** As the superuser: sees every row of every organization. */
  const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows

  const makeOrganization = async (name: string, account: string) => {
    const organizationId = newId()
    const system = { kind: 'system', organizationId, name: 'test' } as const
    await core.desk.perform(system, 'setUpOrganization', {
      name,
      owner: {
        telegramUserId: 1_000_000 + (await rows('select 1 from member')).length,
        name: `${name}'s owner`,
      },
    })
    const channelAccountId = await core.desk.perform(system, 'connectChannel', {
      network: 'whatsapp',
      externalId: account,
      name: `${name} WhatsApp`,
      token: `token of ${name}`,
    })
    const [owner] = await rows<{ id: string }>(`select id from member where organization_id = $1`, [
      organizationId,
    ])
    const actorOf = (memberId: string) => ({ kind: 'member', organizationId, memberId }) as const
    const ownerActor = actorOf(owner?.id ?? '')
    let people = 0
    const join = async (name: string, role: Exclude<Role, 'owner'> = 'agent') => {
      people += 1
      const { code } = await core.desk.perform(ownerActor, 'inviteMember', { role })
      const person: Person = {
        telegramUserId: Number.parseInt(organizationId.slice(-6), 16) * 100 + people,
        name,
      }
      const { memberId } = await core.desk.perform(
        { kind: 'person', organizationId, person },
        'acceptInvitation',
        { secret: code.slice(22) },
      )
      return { ...actorOf(memberId), person }
    }
    return { organizationId, system, owner: ownerActor, channelAccountId, account, join }
  }

  return {
    core,
    desk: core.desk,
    url,
    rows,
    makeOrganization,
    async close() {
      await core.close()
      await admin.end()
      await drop()
    },
  }
}

export type TestCore = Awaited<ReturnType<typeof openTestCore>>
