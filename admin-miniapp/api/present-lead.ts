import type { LeadCard } from '#core/leads/lead-card.ts'
import type { LeadGlance } from '../contract.ts'
import type { Asked } from './create-api-router.ts'
import { plainLine } from './plain-line.ts'
import { glanceAt } from './tell-message.ts'
import { nameOf, sayNetwork, sayStatus } from './words-of-lead.ts'

/** How much of the last words a list shows. */
const longestGlance = 140

/** A lead as a list shows it. */
export function presentGlance({ tongue, session }: Asked, card: LeadCard): LeadGlance {
  const { say } = tongue
  const { id, number, status, owner, tags, lastMessage, lastMessageAt, snoozedUntil } = card
  const network = card.channel?.network ?? card.source
  const isOurs = lastMessage?.direction === 'outbound'
  return {
    id,
    number,
    name: nameOf(say, card),
    status: { code: status, words: sayStatus(say, status) },
    network: { code: network, words: sayNetwork(say, network) },
    owner: owner && { name: plainLine(owner.name, 64), isMe: owner.id === session.memberId },
    tags: tags.map(({ name }) => plainLine(name, 64)),
    last: lastMessage && { words: glanceAt(say, lastMessage, longestGlance), isOurs },
    lastAt: lastMessageAt.toISOString(),
    waits: lastMessage !== null && !isOurs && !card.handled && !card.contact.blockedAt,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    excerpt: null,
  }
}
