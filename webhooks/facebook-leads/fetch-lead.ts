import type { Asked, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { GraphClient } from '../meta/graph-client.ts'
import { leadFields, readLead } from './read-lead.ts'
import { sortLeadAnswer } from './sort-lead-answer.ts'

/**
 * Asks for one lead. Meta may name a lead before it can be read, so a fresh one that "does not exist" is asked for
 * again; one that still does not exist after an hour was a test or is deleted.
 */
export async function fetchLead(
  graph: GraphClient,
  account: UsedAccount,
  request: { externalId: string; data: Record<string, string> },
  now = Date.now(),
): Promise<Asked<InboundMessage>> {
  const answer = await graph.get(encodeURIComponent(request.externalId), account.token, {
    fields: leadFields,
  })
  if (answer.kind === 'answered') {
    const lead = {
      form_id: request.data.formId,
      ad_id: request.data.adId,
      ...answer.body,
      id: request.externalId,
    }
    return { outcome: 'found', value: readLead(lead, account.externalId, new Date(now)) }
  }
  const created = Date.parse(request.data.createdTime ?? '')
  return sortLeadAnswer(answer, { mayStillCome: now - created < 3_600_000 })
}
