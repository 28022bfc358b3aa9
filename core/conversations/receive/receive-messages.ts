import { givesLeads } from '../../assignment/gives-leads.ts'
import type { InboundMessage } from '../../channels/inbound-item.ts'
import { applyIdentityChanges } from '../../contacts/apply-identity-changes.ts'
import { changesOfSystemMessages } from '../../contacts/changes-of-system-messages.ts'
import { holdContacts } from '../../contacts/hold-contacts.ts'
import type { Sql } from '../../database/sql.ts'
import type { NewEvent } from '../../events.ts'
import { adoptEchoes } from './adopt-echoes.ts'
import { applyChanges, applyEarlyChanges } from './apply-changes.ts'
import { applyEarlyStates } from './apply-delivery-states.ts'
import { changesOf } from './changes-of.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import { insertMessages, type NewMessage } from './insert-messages.ts'
import { keepStrays } from './keep-strays.ts'
import { placeMessages } from './place-messages.ts'
import { reviveImported } from './revive-imported.ts'
import { sortOutKnown } from './sort-out-known.ts'
import { tellOfReceived } from './tell-of-received.ts'
import { touchConversations } from './touch-conversations.ts'

/** An item with the channel account that it is about, and the raw call that it came in, where it came in one. */
export interface Addressed<Item> {
  accountId: string
  item: Item
  eventId?: string
}

/**
 * Takes a batch of messages of one organization in, whoever wrote them: knows those that are stored already and does
 * nothing for them, but for filling in what came without its file; for the others recognises the contact, finds or opens
 * lead and conversation, stores message and files, and changes what they change. A fixed number of statements, however many messages; safe to hear twice and in
 * any order.
 *
 * @returns the events to record with the same transaction: one for each message that is new to staff, and those of the
 *   messages that were changed or found their network's id by it
 * @throws MetAnother when another transaction met this one on the same person: try the whole batch again
 */
export async function receiveMessages(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<NewEvent[]> {
  const events = await takeMessages(sql, organizationId, messages)
  if (!events.some(isOfOpening)) return events
  if (await givesLeads(sql, organizationId)) return events.map(toBeGivenOut)
  // A flood of new people would else be a flood of deliveries that change nothing.
  return events.filter((event) => !isOfOpening(event))
}

const toBeGivenOut = (event: NewEvent): NewEvent =>
  event.type === 'message.received' && event.data.opensLead
    ? { ...event, data: { ...event.data, isGivenOut: true } }
    : event

const isOfOpening = ({ type }: NewEvent) => type === 'lead.opened'

async function takeMessages(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<NewEvent[]> {
  // Before any row is locked: a merge must not wait for us while we wait for it.
  await holdContacts(sql, organizationId)
  const { fresh, changedEarly, imported, filling } = await sortOutKnown(sql, organizationId, messages)
  if (filling.length > 0) await fillPlaceholders(sql, organizationId, filling)
  const events = imported.length > 0 ? await reviveImported(sql, organizationId, imported) : []
  const { others, events: adopted } = await adoptEchoes(sql, organizationId, fresh)
  events.push(...adopted)
  if (others.length === 0) return events
  // Before, so that what the person wrote under his new name is his; and after, since he may have come just now.
  const renamed = changesOfSystemMessages(others)
  events.push(...(await applyIdentityChanges(sql, organizationId, renamed)))
  const { placed, strays, events: met } = await placeMessages(sql, organizationId, others)
  events.push(...(await applyIdentityChanges(sql, organizationId, renamed)))
  const stored = await insertMessages(sql, organizationId, placed)
  await touchConversations(sql, organizationId, stored)
  events.push(...stored.flatMap(tellOf), ...met)
  const echoes = stored.filter(({ manner }) => manner === 'business')
  if (echoes.length > 0) events.push(...(await applyEarlyStates(sql, organizationId, externalIdsOf(echoes))))
  const changes = changesOf([...stored, ...strays])
  if (changes.length > 0) events.push(...(await applyChanges(sql, organizationId, changes)))
  const lost = strays.filter((stray) => changesOf([stray]).length === 0)
  if (lost.length > 0) await keepStrays(sql, organizationId, lost)
  if (changedEarly.length > 0) {
    events.push(...(await applyEarlyChanges(sql, organizationId, externalIdsOf(changedEarly))))
  }
  return events
}

/** Who has to hear of a message: nobody of an old one. */
function tellOf({ id, leadId, conversationId, manner, opensLead }: NewMessage): NewEvent[] {
  const data = { leadId, messageId: id, conversationId }
  if (manner === 'customer') return tellOfReceived({ ...data, opensLead })
  if (manner === 'business') return [{ type: 'message.echoed', data, lane: leadId }]
  return []
}

const externalIdsOf = (messages: Addressed<InboundMessage>[]) => messages.map(({ item }) => item.externalId)
