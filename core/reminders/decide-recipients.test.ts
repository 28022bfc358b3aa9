import { expect, test } from 'vitest'
import type { Role } from '../team/member.ts'
import { builtInRights } from '../team/rights.ts'
import type { Sight } from '../team/sight.ts'
import { decideRecipients } from './decide-recipients.ts'

const member = (id: string, role: Role, unreachable = false) => ({
  id,
  role,
  permissions: builtInRights[role].permissions,
  sees: 'all' as Sight,
  unreachable,
})
const owner = member('owner', 'owner')
const admin = member('admin', 'admin')
const karim = member('karim', 'agent')
const claire = member('claire', 'agent')

const told = (team: ReturnType<typeof member>[], leadOwner: string | null = null) =>
  decideRecipients(
    {
      for: { id: 'karim', name: 'Karim', isActive: true, unreachable: false },
      lead: { id: 'lead', number: 1, name: null, ownerId: leadOwner, closedAt: null },
    },
    team,
  ).map(({ id }) => id)

test('a reminder comes to whom it is for', () => {
  expect(told([owner, karim, claire], 'claire')).toEqual(['karim'])
})

test('where he has left or cannot be reached, it comes to who has the lead, else to those who lead the team', () => {
  expect(told([owner, admin, claire], 'claire')).toEqual(['claire'])
  expect(told([owner, member('karim', 'agent', true), claire], 'claire')).toEqual(['claire'])
  expect(told([owner, member('karim', 'viewer'), claire])).toEqual(['owner'])
  expect(told([owner, admin, claire])).toEqual(['owner', 'admin'])
  expect(told([owner, member('claire', 'agent', true)], 'claire')).toEqual(['owner'])
})

test('whoever sees the lead no more is not told of it', () => {
  const limited = { ...karim, sees: { ownerIds: ['karim'], unclaimed: true } }
  expect(told([owner, limited, claire], 'claire')).toEqual(['claire'])
  expect(told([owner, limited, claire], 'karim')).toEqual(['karim'])
  expect(told([owner, limited, claire])).toEqual(['karim'])
})
