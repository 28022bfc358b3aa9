import { describe, expect, it } from 'vitest'
import {
  type Assignee,
  type AssignmentPlan,
  type AssignmentRule,
  decideAssignment,
  type LeadFacts,
} from './decide-assignment.ts'

const now = new Date('2026-11-26T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const member = (id: string, changes: Partial<Assignee> = {}): Assignee => ({
  id,
  teamId: null,
  unreachable: false,
  shift: 'on',
  lastActiveAt: minutesAgo(60),
  open: 0,
  capacity: null,
  lastAssignedAt: null,
  ...changes,
})
const lead = (changes: Partial<LeadFacts> = {}): LeadFacts => ({
  channelAccountId: 'shop',
  source: 'whatsapp',
  language: 'fr-CA',
  teamId: null,
  fromId: null,
  ...changes,
})
const rule = (changes: Partial<AssignmentRule>): AssignmentRule => ({
  id: 'r',
  method: 'balanced',
  target: { memberIds: ['a'] },
  ...changes,
})
const decide = (
  team: Assignee[],
  plan: Partial<AssignmentPlan> = {},
  facts: Partial<LeadFacts> = {},
  isOpen = true,
) => {
  const decision = decideAssignment(
    lead(facts),
    { method: 'balanced', rules: [], ...plan },
    { now, isOpen, team },
  )
  return decision.kind === 'assign' ? decision.memberId : decision.kind
}

describe('without rules', () => {
  it('whoever claims a lead has it, unless the organization says otherwise', () => {
    expect(decide([member('a')], { method: 'claim' })).toBe('claim')
  })

  it('in turn: who has waited longest, and first who never had one', () => {
    const team = [
      member('a', { lastAssignedAt: minutesAgo(5) }),
      member('b', { lastAssignedAt: minutesAgo(50) }),
    ]
    const method = 'round-robin'
    expect(decide(team, { method })).toBe('b')
    expect(decide([...team, member('c', { open: 90 })], { method })).toBe('c')
  })

  it('by load: who has least, of equals who is here, of those who has waited longest', () => {
    expect(decide([member('a', { open: 3 }), member('b', { open: 2 })])).toBe('b')
    expect(decide([member('a'), member('b', { lastActiveAt: minutesAgo(2) })])).toBe('b')
    const turns = [
      member('a', { lastAssignedAt: minutesAgo(1) }),
      member('b', { lastAssignedAt: minutesAgo(9) }),
    ]
    expect(decide(turns)).toBe('b')
  })

  it('by load: as a share of what each can carry', () => {
    expect(decide([member('a', { open: 4, capacity: 5 }), member('b', { open: 8, capacity: 20 })])).toBe('b')
  })
})

describe('nobody is given a lead', () => {
  it.each<[string, Partial<Assignee>]>([
    ['in a break', { shift: 'break' }],
    ['after his shift', { shift: 'off' }],
    ['whom the bot cannot reach', { unreachable: true }],
    ['who has as many as he can carry', { open: 5, capacity: 5 }],
    ['who began a shift that he has forgotten', { lastActiveAt: minutesAgo(13 * 60) }],
  ])('%s', (_, state) => {
    expect(decide([member('a', state)])).toBe('wait')
    expect(decide([member('a', state), member('b', { open: 99 })])).toBe('b')
  })

  it('outside the office hours, unless he said that he is on', () => {
    const silent = member('a', { shift: null })
    expect(decide([silent], {}, {}, true)).toBe('a')
    expect(decide([silent], {}, {}, false)).toBe('wait')
    expect(decide([member('a', { shift: 'on' })], {}, {}, false)).toBe('a')
  })

  it('that came back from him', () => {
    expect(decide([member('a')], {}, { fromId: 'a' })).toBe('wait')
    expect(decide([member('a'), member('b', { open: 9 })], {}, { fromId: 'a' })).toBe('b')
  })
})

describe('the first rule that is about a lead', () => {
  const team = [member('a', { teamId: 'paris' }), member('b', { teamId: 'cairo' }), member('c')]
  it.each<[string, Partial<AssignmentRule>, Partial<LeadFacts>, string]>([
    ['looks at the channel', { channelAccountId: 'shop' }, {}, 'a'],
    ['is not about another channel', { channelAccountId: 'other' }, {}, 'claim'],
    [
      'is not about a lead without a channel',
      { channelAccountId: 'shop' },
      { channelAccountId: null },
      'claim',
    ],
    ['looks at the source', { source: 'whatsapp' }, {}, 'a'],
    ['is not about another source', { source: 'forms' }, {}, 'claim'],
    ['looks at the language, whatever the country', { language: 'fr' }, {}, 'a'],
    ['is not about another language', { language: 'ar' }, {}, 'claim'],
    ['looks at who served the person before', { teamId: 'paris' }, { teamId: 'paris' }, 'a'],
    ['is not about persons of another team', { teamId: 'paris' }, { teamId: 'cairo' }, 'claim'],
    ['must be met in all its parts', { source: 'whatsapp', language: 'ar' }, {}, 'claim'],
    ['gives to a team', { target: { teamId: 'cairo' } }, {}, 'b'],
  ])('%s', (_, changes, facts, expected) => {
    expect(decide(team, { method: 'claim', rules: [rule(changes)] }, facts)).toBe(expected)
  })

  it('decides alone, also when those whom it names are away', () => {
    const rules = [rule({ id: 'one' }), rule({ id: 'two', target: { memberIds: ['c'] } })]
    expect(decide(team, { rules })).toBe('a')
    const away = [member('a', { shift: 'off' }), member('c')]
    expect(decide(away, { rules })).toBe('wait')
  })

  it('is passed by when all whom it names have left the team', () => {
    const rules = [
      rule({ target: { memberIds: ['gone'] } }),
      rule({ id: 'two', target: { memberIds: ['c'] } }),
    ]
    expect(decide(team, { rules })).toBe('c')
  })

  it('chooses among its people by its own method', () => {
    const some = [member('a', { open: 1 }), member('b', { open: 9 })]
    const target = { memberIds: ['a', 'b'] }
    expect(decide(some, { method: 'claim', rules: [rule({ target })] })).toBe('a')
    const turns = [member('a', { lastAssignedAt: minutesAgo(1) }), member('b', { open: 9 })]
    expect(decide(turns, { method: 'claim', rules: [rule({ target, method: 'round-robin' })] })).toBe('b')
  })
})
