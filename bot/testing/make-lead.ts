import type { LeadCard } from '#core/leads/lead-card.ts'
import { builtInRights } from '#core/team/rights.ts'
import type { Sight } from '#core/team/sight.ts'

export const leadId = '01a2b3c4-0000-7000-8000-00000000000a'
export const messageId = '01a2b3c4-0000-7000-8000-00000000000b'
export const organizationId = '01a2b3c4-0000-7000-8000-00000000000c'
export const channelId = '01a2b3c4-0000-7000-8000-0000000000cc'

/** A lead as core gives it; a test changes what it is about. */
export const makeLead = (changes: Partial<LeadCard> = {}): LeadCard => ({
  id: leadId,
  number: 12,
  status: 'new',
  source: 'whatsapp',
  createdAt: new Date('2026-11-20T10:00:00Z'),
  closedAt: null,
  handled: false,
  lostReason: null,
  value: null,
  snoozedUntil: null,
  tags: [],
  lastMessageAt: new Date('2026-11-20T10:00:00Z'),
  contact: {
    id: messageId,
    name: 'Maria',
    phone: '+4915112345678',
    username: null,
    blockedAt: null,
    erasedAt: null,
  },
  owner: null,
  channel: { id: channelId, network: 'whatsapp', name: 'Shop', state: 'active' },
  windowEndsAt: new Date('2026-11-21T10:00:00Z'),
  timeZone: 'UTC',
  firstMessage: { kind: 'text', body: 'Hello', data: {}, sentAt: new Date('2026-11-20T10:00:00Z') },
  lastMessage: {
    kind: 'text',
    body: 'Hello',
    data: {},
    sentAt: new Date('2026-11-20T10:00:00Z'),
    direction: 'inbound',
  },
  attribution: {},
  notes: 0,
  draft: null,
  earlierLeads: 0,
  ...changes,
})

type Role = keyof typeof builtInRights

/** What the desk tells of a member's role where it is one of the four. */
export const roleFacts = (role: Role) => ({ role, roleName: null as string | null, ...builtInRights[role] })

/** A member of the team as core gives it; a test changes what it is about. */
export const makeMember = (id: string, changes: { role?: Role; [change: string]: unknown } = {}) => ({
  ...roleFacts(changes.role ?? 'agent'),
  roleId: null as string | null,
  teamId: null as string | null,
  teamName: null as string | null,
  sees: 'all' as Sight,
  id: `01a2b3c4-0000-7000-8000-0000000000${id}`,
  telegramUserId: Number(`7${id}`),
  name: `Agent ${id}`,
  username: null as string | null,
  language: 'en' as string | null,
  unreachable: false,
  timeZone: 'UTC',
  leadTopics: false,
  ...changes,
})
