import type { LeadCard } from '#core/leads/lead-card.ts'
import { plainChannelNames } from '#core/words/of-leads.ts'
import { longestOriginName, originLines } from '#core/words/origin-lines.ts'
import type { Lead } from '../contract.ts'
import type { Asked } from './create-api-router.ts'
import { leadIdOf } from './lead-id.ts'
import { plainLine } from './plain-line.ts'
import { presentGlance } from './present-lead.ts'
import { tellMoney } from './tell-money.ts'
import type { Tongue } from './tongue.ts'
import { sayLostReason, sayNetwork, sayStatus } from './words-of-lead.ts'

/** `GET /leads/:id`: all that is known of a lead and its person, but for what was said. */
export async function answerLead(asked: Asked): Promise<Lead> {
  const leadId = leadIdOf(asked)
  const { card, contact, reminders } = await asked.tools.desk.askAll(asked.actor, {
    card: ['findLead', { leadId }],
    contact: ['readContact', { leadId }],
    reminders: ['listReminders', { leadId }],
  })
  const { say } = asked.tongue
  const { channel } = card
  return {
    ...presentGlance(asked, card),
    createdAt: card.createdAt.toISOString(),
    closedAt: card.closedAt?.toISOString() ?? null,
    handled: card.handled,
    isBlocked: card.contact.blockedAt !== null,
    isErased: card.contact.erasedAt !== null,
    addresses: contact.identities
      .filter(({ until }) => until === null)
      .flatMap(({ kind, value }) => addressOf(kind, value)),
    channel: channel && { words: channelOf(asked.tongue, channel), isStopped: channel.state === 'stopped' },
    origin: originOf(asked.tongue, card),
    windowEndsAt: card.windowEndsAt?.toISOString() ?? null,
    value: card.value && tellMoney(asked.tongue, card.value),
    lostReason: card.lostReason && sayLostReason(say, card.lostReason),
    reminders: reminders.map(({ dueAt, text, for: member }) => ({
      at: dueAt.toISOString(),
      text: text && plainLine(text, 300),
      member: plainLine(member.name, 64),
    })),
    others: contact.leads
      .filter(({ id }) => id !== card.id)
      .map(({ id, number, status, createdAt }) => ({
        id,
        number,
        status: { code: status, words: sayStatus(say, status) },
        createdAt: createdAt.toISOString(),
      })),
  }
}

/** The networks' own ids are nothing that anybody could dial or write to. */
function addressOf(kind: string, value: string): Lead['addresses'] {
  if (kind === 'phone' || kind === 'email') return [{ kind, value }]
  return kind.endsWith('_username') ? [{ kind: 'username', value: `@${value.replace(/^@/, '')}` }] : []
}

function channelOf({ say }: Tongue, { network, name }: NonNullable<LeadCard['channel']>): string {
  const called = sayNetwork(say, network)
  const own = plainLine(name, 64)
  return own === '' || own === called || own === plainChannelNames[network] ? called : `${called} · ${own}`
}

/** Where the lead came from, where that is not the way it is spoken with, and what brought the person. */
function originOf({ say }: Tongue, { attribution, source, channel }: LeadCard): string[] {
  const lines = originLines(say, attribution, (name) => plainLine(name, longestOriginName))
  return source === channel?.network ? lines : [sayNetwork(say, source), ...lines]
}
