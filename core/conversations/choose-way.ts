import type { ChannelPort, OutboundMessage } from '../channels/channel-port.ts'
import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { decideWay, mayAsHuman, type Wish } from './decide-way.ts'
import { listOpenings, type Opening } from './list-openings.ts'
import { listWays } from './list-ways.ts'
import { openConversation } from './open-conversation.ts'
import { refuseWay } from './refuse-way.ts'
import type { Way } from './way.ts'

/** Where an answer goes. */
export interface ChosenWay {
  way: Way
  port: ChannelPort
  within: OutboundMessage['within']
}

export interface Wanted extends Wish {
  /** The conversation that a member chose. */
  conversationId?: string | undefined
  /** The conversation of the message that is answered: followed where it can be. */
  answeredIn?: string | undefined
  /** The account that a template belongs to. */
  templateAccountId?: string | undefined
}

type Tools = Pick<Work, 'sql' | 'organizationId' | 'now' | 'channel'>

/**
 * Chooses the conversation for an answer: the one asked for, else that of the message that is answered, else the newest
 * that can be answered at all. A template goes through its own account, also to a person who never wrote there.
 *
 * @throws DeskError with `ways` (see `refuse-way.ts`), conversation-not-found, channel-not-here, template-elsewhere
 */
export async function chooseWay(
  tools: Tools,
  { contactId, leadId }: { contactId: string; leadId: string },
  wanted: Wanted,
): Promise<ChosenWay> {
  const { sql, organizationId, now, channel } = tools
  const ways = await listWays(sql, organizationId, contactId)
  const openings = await listOpenings(sql, organizationId, contactId)
  let way = pick(tools, ways, wanted)
  if (!way && wanted.templateAccountId && !wanted.conversationId) {
    way = await begin(tools, openings, wanted.templateAccountId, { contactId, leadId })
  }
  if (!way) {
    const unserved = ways.find(({ network }) => !channel(network))
    if (unserved) throw new DeskError('unavailable', 'channel-not-here', { network: unserved.network })
    return refuseWay('no-way-to-answer', '', 0, openings.map(nameOpening))
  }
  const port = channel(way.network)
  if (!port) throw new DeskError('unavailable', 'channel-not-here', { network: way.network })
  const decision = decideWay(way, port, wanted, now)
  if ('within' in decision) return { way, port, within: decision.within }
  const { refused } = decision
  // A change belongs to its message: there is no other way for it.
  if (wanted.kind === 'reaction' || wanted.kind === 'edit' || wanted.kind === 'revoke') {
    return refuseWay(refused, way.network, port.replyWindowHours ?? 0, [])
  }
  const instead = [
    ...(refused !== 'person-blocked' &&
    refused !== 'opted-out' &&
    wanted.kind !== 'template' &&
    hasTemplate(way, port)
      ? ['template']
      : []),
    ...(refused === 'reply-window-closed' && mayAsHuman(way, port, now) ? ['human-agent'] : []),
    ...ways.flatMap((other) => {
      const itsPort = channel(other.network)
      const isOpen = itsPort && other !== way && 'within' in decideWay(other, itsPort, wanted, now)
      return isOpen ? [`channel:${other.conversationId}:${other.network}`] : []
    }),
    ...(wanted.kind === 'template' ? [] : openings.map(nameOpening)),
  ]
  return refuseWay(refused, way.network, port.replyWindowHours ?? 0, instead)
}

const nameOpening = ({ channelAccountId, network }: Opening) => `template:${channelAccountId}:${network}`
const hasTemplate = (way: Way, port: ChannelPort) => way.hasTemplates && port.can.has('template')

function pick({ channel }: Tools, ways: Way[], wanted: Wanted): Way | undefined {
  const { conversationId, templateAccountId, answeredIn } = wanted
  if (conversationId) {
    const asked = ways.find((way) => way.conversationId === conversationId)
    if (!asked) throw new DeskError('not-found', 'conversation-not-found')
    if (templateAccountId && asked.channelAccountId !== templateAccountId) {
      throw new DeskError('invalid', 'template-elsewhere')
    }
    return asked
  }
  if (templateAccountId) return ways.find((way) => way.channelAccountId === templateAccountId)
  const answerable = ways.filter(({ network }) => (channel(network)?.can.size ?? 0) > 0)
  return answerable.find((way) => way.conversationId === answeredIn) ?? answerable[0]
}

async function begin(
  { sql, organizationId }: Tools,
  openings: Opening[],
  channelAccountId: string,
  lead: { contactId: string; leadId: string },
): Promise<Way | undefined> {
  const opening = openings.find((one) => one.channelAccountId === channelAccountId)
  if (!opening) return undefined
  const id = await openConversation(sql, organizationId, opening, lead)
  const ways = await listWays(sql, organizationId, lead.contactId)
  return ways.find(({ conversationId }) => conversationId === id)
}
