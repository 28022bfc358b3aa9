import type { Person } from '../actor.ts'
import type { Database } from '../database/sql.ts'
import type { Desk } from '../desk.ts'
import { seedDemo } from './seed-demo.ts'

export interface DemoOptions {
  database: Database
  desk: Desk
  organizationId: string
  channelAccountId: string
  /** Colleagues of the owner, who join as agents, with the languages they read. */
  team: (Person & { language: string })[]
  now: Date
}

/** Gives the playground's organization its team and its past; on a furnished one it changes nothing. */
export async function furnishDemo(options: DemoOptions): Promise<void> {
  const { database, desk, organizationId, channelAccountId, team, now } = options
  const system = { kind: 'system', organizationId, name: 'demo' } as const
  const members = await desk.ask(system, 'listMembers', {})
  const owner = members.find(({ role }) => role === 'owner')
  if (!owner) throw new Error('The demo organization has no owner.')
  const ownerActor = { kind: 'member', organizationId, memberId: owner.id } as const
  for (const person of team) {
    if (members.some(({ telegramUserId }) => telegramUserId === person.telegramUserId)) continue
    const { code } = await desk.perform(ownerActor, 'inviteMember', { role: 'agent' })
    const secret = code.slice(22)
    const { memberId } = await desk.perform({ kind: 'person', organizationId, person }, 'acceptInvitation', {
      secret,
    })
    await desk.perform({ kind: 'member', organizationId, memberId }, 'meetMember', {
      language: person.language,
    })
  }
  await seedDemo(database, { organizationId, channelAccountId, now })
}
