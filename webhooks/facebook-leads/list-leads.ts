import type { Asked, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { GraphClient } from '../meta/graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../meta/loose-json.ts'
import { leadFields, readLead } from './read-lead.ts'
import { sortLeadAnswer } from './sort-lead-answer.ts'

/**
 * Every lead of every form of a Page since a moment, page by page. Forms that are closed are asked too: their last leads
 * may be recent. Ends at the first answer that is none, since half a list would look like a whole one.
 */
export async function* listLeads(
  graph: GraphClient,
  { externalId, token }: UsedAccount,
  since: Date,
  now = new Date(),
): AsyncGenerator<Asked<InboundMessage[]>> {
  const filtering = JSON.stringify([
    { field: 'time_created', operator: 'GREATER_THAN', value: Math.floor(since.getTime() / 1000) - 1 },
  ])
  const formsOf = `${encodeURIComponent(externalId)}/leadgen_forms`
  for await (const forms of listPages(graph, formsOf, token, { fields: 'id,name' })) {
    if (forms.outcome !== 'found') return yield forms
    for (const form of forms.value) {
      const id = idAt(form, 'id')
      if (id === undefined) continue
      const leadsOf = `${encodeURIComponent(id)}/leads`
      for await (const leads of listPages(graph, leadsOf, token, { fields: leadFields, filtering })) {
        if (leads.outcome !== 'found') return yield leads
        const told = leads.value.filter((lead) => idAt(lead, 'id') !== undefined)
        const name = textAt(form, 'name')
        yield {
          outcome: 'found',
          value: told.map((lead) => readLead({ form_id: id, ...lead, form_name: name }, externalId, now)),
        }
      }
    }
  }
}

async function* listPages(
  graph: GraphClient,
  path: string,
  token: string,
  query: Record<string, string>,
): AsyncGenerator<Asked<JsonRecord[]>> {
  const seen = new Set<string>()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = after === '' ? query : { ...query, after }
    const answer = await graph.get(path, token, { ...page, limit: '100' })
    // Nothing that is listed here can be gone: a Page or form that Meta does not show is asked for again.
    if (answer.kind !== 'answered') return yield sortLeadAnswer(answer, { mayStillCome: true })
    yield { outcome: 'found', value: (listAt(answer.body, 'data') ?? []).filter(isRecord) }
    after = nextOf(answer.body)
    // A cursor that leads in a circle would never end.
    if (after !== undefined && seen.has(after)) return
    if (after !== undefined) seen.add(after)
  }
}

function nextOf(body: JsonRecord): string | undefined {
  const paging = recordAt(body, 'paging') ?? {}
  if (textAt(paging, 'next') === undefined) return undefined
  return textAt(recordAt(paging, 'cursors') ?? {}, 'after')
}
