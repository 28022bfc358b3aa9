import { describe, expect, it } from 'vitest'
import { builtInRights, nearestRole, rightsOf } from './rights.ts'
import { canSee, sightIn } from './sight.ts'

describe('a role', () => {
  it('that an organization made gives what its row says, and nothing for words that are not known', () => {
    const ownRole = {
      name: 'Night shift',
      permissions: ['leads.read', 'leads.fly'],
      scope: 'own' as const,
      unclaimed: false,
    }
    expect(rightsOf({ role: 'agent', ownRole })).toEqual({
      permissions: ['leads.read'],
      scope: 'own',
      unclaimed: false,
    })
  })

  it('of the four gives what it always gave', () => {
    expect(rightsOf({ role: 'agent', ownRole: null })).toBe(builtInRights.agent)
    expect(builtInRights.agent.permissions).not.toContain('team.manage')
    expect(builtInRights.viewer.permissions).not.toContain('leads.work')
  })

  it('is kept beside the nearest of the four, which never gives more', () => {
    expect(nearestRole(['leads.read', 'team.manage'])).toBe('viewer')
    expect(nearestRole(['leads.read', 'leads.work', 'team.manage'])).toBe('agent')
  })
})

describe('what somebody sees', () => {
  const team = [
    { id: 'karim', teamId: 'north' },
    { id: 'claire', teamId: 'north' },
    { id: 'omar', teamId: 'south' },
    { id: 'lea', teamId: null },
  ]
  const [karim, , , lea] = team
  const sight = (member: typeof karim, scope: 'own' | 'team' | 'all', unclaimed = true) =>
    sightIn(member ?? { id: '', teamId: null }, { permissions: [], scope, unclaimed }, team)
  const lead = (ownerId: string | null, closedAt: Date | null = null) => ({ ownerId, closedAt })

  it('is all, his team or himself', () => {
    expect(canSee(sight(karim, 'all'), lead('omar'))).toBe(true)
    expect(canSee(sight(karim, 'team'), lead('omar'))).toBe(false)
    expect(canSee(sight(karim, 'team'), lead('claire'))).toBe(true)
    expect(canSee(sight(karim, 'own'), lead('claire'))).toBe(false)
    expect(canSee(sight(karim, 'own'), lead('karim', new Date()))).toBe(true)
  })

  it('holds for whoever is in no team: he is a team of his own', () => {
    expect(sight(lea, 'team')).toEqual({ ownerIds: ['lea'], unclaimed: true })
  })

  it('has the leads that nobody has while they are open, where the role says so', () => {
    expect(canSee(sight(karim, 'own'), lead(null))).toBe(true)
    expect(canSee(sight(karim, 'own'), lead(null, new Date()))).toBe(false)
    expect(canSee(sight(karim, 'own', false), lead(null))).toBe(false)
  })
})
