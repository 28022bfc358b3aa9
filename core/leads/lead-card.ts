import type { ChannelPort } from '../channels/channel-port.ts'
import { replyWindowEnd } from '../channels/reply-window.ts'
import type { Work } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import type { Money } from '../money.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { LeadStatus } from './lead.ts'
import { isSnoozed } from './resting.ts'
import { isHandled } from './set-lead-handled.ts'

/** A lead as staff see it at a glance: plain data. Names and texts in it are the customer's own: escape them. */
export interface LeadCard {
  id: string
  number: number
  status: LeadStatus
  source: string
  createdAt: Date
  closedAt: Date | null
  /** Staff are done with all that the customer wrote. */
  handled: boolean
  /** One of `lostReasons` or somebody's own words; null while it is not lost, or where nobody said. */
  lostReason: string | null
  /** What a converted lead was worth, where somebody said. */
  value: Money | null
  /** Until when it is out of the inbox; null where it is not, also when the customer has written since. */
  snoozedUntil: Date | null
  /** In the order in which they came. */
  tags: { id: string; name: string }[]
  lastMessageAt: Date
  contact: {
    id: string
    name: string | null
    phone: string | null
    username: string | null
    /** Since when the team does not talk to this person. */
    blockedAt: Date | null
    /** Since when nothing is kept of the person. */
    erasedAt: Date | null
  }
  owner: { id: string; name: string } | null
  /** Null for a lead without a conversation, such as one added by hand. */
  channel: { id: string; network: string; name: string; state: 'active' | 'stopped' } | null
  /** Until when free text may be sent; null when the network has no limit or there is no conversation. */
  windowEndsAt: Date | null
  /** The organization's, such as Europe/Paris: in which times are told. */
  timeZone: string
  /** What the person wrote first. */
  firstMessage: MessageGlance | null
  lastMessage: (MessageGlance & { direction: 'inbound' | 'outbound' }) | null
  /** The ad or post that brought the person, where the network told. */
  attribution: { headline?: string; sourceUrl?: string }
  notes: number
  /** The prepared answer that waits for somebody to send it. */
  draft: { id: string; author: string } | null
  /** How many leads the same person had before this one. */
  earlierLeads: number
}

export interface MessageGlance {
  kind: string
  body: string | null
  data: Record<string, unknown>
  sentAt: Date
}

interface CardRow {
  [column: string]: unknown
  card: Omit<LeadCard, 'windowEndsAt'> & { lastInboundAt: string | null }
}

const glance = (alias: string, extra = '') =>
  `json_build_object('kind', ${alias}.kind, 'body', ${alias}.body, 'data', ${alias}.data, 'sentAt', ${alias}.sent_at${extra})`

/**
 * Reads the cards that the actor sees, in one statement: leads that his role does not show him are left out, and numbers
 * are masked for those who may not see them.
 *
 * @param where a condition on `l` (lead), with its values from $2 on; $1 is the organization
 * @param tail ordering and limit
 * @param plan `kept`, where the condition is a look-up by a key
 */
export async function readLeadCards(
  work: Pick<Work, 'actor' | 'sql' | 'organizationId' | 'channel'>,
  where: string,
  values: unknown[],
  tail = '',
  plan = (text: string) => text,
): Promise<LeadCard[]> {
  const { actor, sql, organizationId, channel } = work
  const all: unknown[] = [organizationId, ...values]
  const visible = visibleLeads(actor, all)
  const rows = await sql.query<CardRow>(
    plan(`select json_build_object(
        'id', l.id, 'number', l.number, 'status', l.status, 'source', l.source, 'createdAt', l.created_at,
        'closedAt', l.closed_at, 'handled', ${isHandled('l')}, 'lostReason', l.lost_reason,
        'value', case when l.value_minor is not null
          then json_build_object('minor', l.value_minor, 'currency', l.value_currency) end,
        'snoozedUntil', case when ${isSnoozed} then l.snoozed_until end,
        'tags', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name)
            order by lt.created_at, t.key), '[]')
          from lead_tag lt join tag t on t.organization_id = $1 and t.id = lt.tag_id
          where lt.organization_id = $1 and lt.lead_id = l.id),
        'lastMessageAt', l.last_message_at,
        'contact', json_build_object('id', p.id, 'name', p.name, 'phone', phone.value, 'username', handle.value,
          'blockedAt', p.blocked_at, 'erasedAt', p.erased_at),
        'owner', case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end,
        'channel', case when c.id is not null
          then json_build_object('id', a.id, 'network', a.network, 'name', a.name, 'state', a.state) end,
        'lastInboundAt', c.last_inbound_at, 'timeZone', (select time_zone from organization where id = $1),
        'firstMessage', ${glance('f')}, 'hasFirst', f.id is not null,
        'lastMessage', ${glance('z', `, 'direction', z.direction`)}, 'hasLast', z.id is not null,
        'attribution', l.attribution,
        'notes', (select count(*) from note n where n.organization_id = $1 and n.lead_id = l.id),
        'draft', (select json_build_object('id', d.id, 'author', w.name)
          from reply_draft d join member w on w.organization_id = $1 and w.id = d.author_id
          where d.organization_id = $1 and d.lead_id = l.id and d.state = 'waiting'),
        'earlierLeads', (select count(*) from lead e where e.organization_id = $1
          and e.contact_id = l.contact_id and e.created_at < l.created_at)) as card
     from lead l
     join contact p on p.organization_id = $1 and p.id = l.contact_id
     left join member m on m.organization_id = $1 and m.id = l.owner_id
     left join lateral (select value from contact_identity i where i.organization_id = $1
       and i.contact_id = p.id and i.kind = 'phone' and i.valid_until is null limit 1) phone on true
     left join lateral (select value from contact_identity i where i.organization_id = $1
       and i.contact_id = p.id and i.kind like '%_username' and i.valid_until is null limit 1) handle on true
     left join lateral (select * from conversation c where c.organization_id = $1
       and c.contact_id = p.id order by (c.lead_id = l.id) desc, c.last_message_at desc limit 1) c on true
     left join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id
     left join lateral (select * from message f where f.organization_id = $1 and f.lead_id = l.id
       and f.direction = 'inbound' order by f.sent_at, f.id limit 1) f on true
     left join lateral (select * from message z where z.organization_id = $1 and z.lead_id = l.id
       and z.twin_of is null order by z.sent_at desc, z.id desc limit 1) z on true
     where l.organization_id = $1 and (${where}) and ${visible} ${tail}`),
    all,
  )
  const maskOf = await readMasks(
    work,
    rows.map(({ card }) => card.contact.id),
  )
  return rows.map(({ card }) => maskOf(card.contact.id)(present(card, channel)))
}

function present(
  card: CardRow['card'] & { hasFirst?: boolean; hasLast?: boolean },
  channel: (network: string) => ChannelPort | undefined,
): LeadCard {
  const { lastInboundAt, hasFirst, hasLast, ...rest } = card
  const hours = rest.channel ? channel(rest.channel.network)?.replyWindowHours : undefined
  return {
    ...rest,
    createdAt: new Date(rest.createdAt),
    closedAt: rest.closedAt && new Date(rest.closedAt),
    snoozedUntil: rest.snoozedUntil && new Date(rest.snoozedUntil),
    contact: {
      ...rest.contact,
      blockedAt: rest.contact.blockedAt && new Date(rest.contact.blockedAt),
      erasedAt: rest.contact.erasedAt && new Date(rest.contact.erasedAt),
    },
    lastMessageAt: new Date(rest.lastMessageAt),
    windowEndsAt: rest.channel ? replyWindowEnd(lastInboundAt ? new Date(lastInboundAt) : null, hours) : null,
    firstMessage: hasFirst && rest.firstMessage ? dated(rest.firstMessage) : null,
    lastMessage: hasLast && rest.lastMessage ? dated(rest.lastMessage) : null,
  }
}

const dated = <Glance extends MessageGlance>(message: Glance): Glance => ({
  ...message,
  sentAt: new Date(message.sentAt),
})
