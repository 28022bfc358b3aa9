import type { Asked, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { GraphClient } from '../meta/graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../meta/loose-json.ts'
import { leadFields, readLead } from './read-lead.ts'
import { sortLeadAnswer } from './sort-lead-answer.ts'

/**
 * Every lead of every form of a Page since a moment, the oldest first. Forms that are closed are asked too: their last
 * leads may be recent. Ends at the first answer that is none, since half a list would look like a whole one.
 */
export async function listLeads(
  graph: GraphClient,
  { externalId, token }: UsedAccount,
  since: Date,
  now = new Date(),
): Promise<Asked<InboundMessage[]>> {
  const forms = await listAll(graph, `${encodeURIComponent(externalId)}/leadgen_forms`, token, {
    fields: 'id,name',
  })
  if (forms.outcome !== 'found') return forms
  const messages: InboundMessage[] = []
  for (const form of forms.value) {
    const id = idAt(form, 'id')
    if (id === undefined) continue
    const filtering = JSON.stringify([
      { field: 'time_created', operator: 'GREATER_THAN', value: Math.floor(since.getTime() / 1000) - 1 },
    ])
    const leads = await listAll(graph, `${encodeURIComponent(id)}/leads`, token, {
      fields: leadFields,
      filtering,
    })
    if (leads.outcome !== 'found') return leads
    for (const lead of leads.value) {
      if (idAt(lead, 'id') === undefined) continue
      messages.push(readLead({ form_id: id, ...lead, form_name: textAt(form, 'name') }, externalId, now))
    }
  }
  return {
    outcome: 'found',
    value: messages.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime()),
  }
}

async function listAll(
  graph: GraphClient,
  path: string,
  token: string,
  query: Record<string, string>,
): Promise<Asked<JsonRecord[]>> {
  const rows: JsonRecord[] = []
  const seen = new Set<string>()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = after === '' ? query : { ...query, after }
    const answer = await graph.get(path, token, { ...page, limit: '100' })
    // Nothing that is listed here can be gone: a Page or form that Meta does not show is asked for again.
    if (answer.kind !== 'answered') return sortLeadAnswer(answer, { mayStillCome: true })
    rows.push(...(listAt(answer.body, 'data') ?? []).filter(isRecord))
    after = nextOf(answer.body)
    // A cursor that leads in a circle would never end.
    if (after !== undefined && seen.has(after)) break
    if (after !== undefined) seen.add(after)
  }
  return { outcome: 'found', value: rows }
}

function nextOf(body: JsonRecord): string | undefined {
  const paging = recordAt(body, 'paging') ?? {}
  if (textAt(paging, 'next') === undefined) return undefined
  return textAt(recordAt(paging, 'cursors') ?? {}, 'after')
}
