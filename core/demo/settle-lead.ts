import { isClosed, type LeadStatus } from '../leads/lead.ts'
import type { DemoPerson } from './create-people.ts'
import type { Random } from './create-random.ts'
import { demoCurrency } from './demo-currency.ts'
import type { ActivityRow, AttachmentRow, LeadRow, MessageRow, NoteRow } from './demo-history.ts'
import type { Attribution, DemoSource } from './lead-sources.ts'
import type { Happening } from './play-script.ts'
import { writeMessages } from './write-messages.ts'

export interface LeadStory {
  person: DemoPerson
  source: DemoSource
  attribution: Attribution
  openedAt: Date
  happenings: readonly Happening[]
  ownerId: string
  /** What it is worth if it is converted, in whole units. */
  value: number | undefined
}

export interface SettleOptions {
  now: Date
  random: Random
  channelAccountId: string
  /** The person's conversation; undefined for people who wrote elsewhere. */
  conversationId: string | undefined
}

/** A lead with everything that belongs to it; it gets its number when all leads are known. */
export interface SettledLead {
  person: DemoPerson
  lead: Omit<LeadRow, 'number'>
  messages: MessageRow[]
  attachments: AttachmentRow[]
  notes: NoteRow[]
  activities: ActivityRow[]
}

/**
 * Makes a lead's rows from what happened to it up to the present: its state is never chosen, it follows from what
 * happened, so that card and history cannot contradict each other.
 */
export function settleLead(
  story: LeadStory,
  { now, random, channelAccountId, conversationId }: SettleOptions,
): SettledLead {
  const { person, source, attribution, openedAt, ownerId } = story
  const past = story.happenings
    .filter(({ at }) => at.getTime() < now.getTime() - 5_000)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const leadId = random.id(openedAt)
  const activities: ActivityRow[] = []
  const notes: NoteRow[] = []
  let status: LeadStatus = 'new'
  let claimedAt: Date | null = null
  let closedAt: Date | null = null
  let lostReason: string | null = null
  const remember = (
    kind: ActivityRow['kind'],
    createdAt: Date,
    data: Record<string, unknown>,
    actorId: string | null,
  ) => activities.push({ id: random.id(createdAt), leadId, kind, actorId, data, createdAt })

  remember('lead.opened', openedAt, { source }, source === 'manual' ? ownerId : null)
  for (const happening of past) {
    const { at } = happening
    if (happening.type === 'claim') {
      claimedAt = at
      remember('lead.claimed', at, { ownerId }, ownerId)
    } else if (happening.type === 'status') {
      const { to, reason } = happening
      remember('lead.status-changed', at, { from: status, to, ...(reason ? { reason } : {}) }, ownerId)
      status = to
      closedAt = isClosed(to) ? at : null
      lostReason = to === 'lost' ? (reason ?? null) : null
    } else if (happening.type === 'note') {
      const note = { id: random.id(at), leadId, authorId: ownerId, body: happening.body, createdAt: at }
      notes.push(note)
      remember('note.added', at, { noteId: note.id }, ownerId)
    }
  }

  const { messages, attachments } =
    conversationId === undefined
      ? { messages: [], attachments: [] }
      : writeMessages(past, {
          ...{ leadId, conversationId, channelAccountId, authorId: ownerId, now, random },
          showsReading: person.showsReading,
          mayFail: status !== 'converted',
          referral: source === 'whatsapp_ad' ? referralOf(attribution) : undefined,
        })
  const lastOf = (direction: MessageRow['direction']) =>
    messages.findLast((message) => message.direction === direction)?.sentAt ?? null
  const sold = status === 'converted' && story.value !== undefined
  return {
    person,
    lead: {
      id: leadId,
      contactId: person.contact.id,
      status,
      ownerId: claimedAt ? ownerId : null,
      source,
      attribution: { ...attribution },
      lostReason,
      valueMinor: sold ? (story.value ?? 0) * 100 : null,
      valueCurrency: sold ? demoCurrency : null,
      createdAt: openedAt,
      claimedAt,
      closedAt,
      lastMessageAt: messages.at(-1)?.sentAt ?? openedAt,
      lastInboundAt: lastOf('inbound'),
      lastOutboundAt: lastOf('outbound'),
    },
    messages,
    attachments,
    notes,
    activities,
  }
}

function referralOf({ campaign: _ours, form: _alsoOurs, ...referral }: Attribution) {
  return referral
}
