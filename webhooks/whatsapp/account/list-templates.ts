import type { Asked, NetworkTemplate, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../meta/loose-json.ts'
import { sortAsked } from '../../meta/sort-asked.ts'
import { noBusinessAccount } from './no-business-account.ts'

const fields = 'id,name,language,status,category,quality_score,rejected_reason,components'
/** A page of this many stays well under what the client reads of one answer. */
const pageSize = '50'
/** Meta allows 6000 templates; a cursor that never ends is not followed for ever. */
const mostPages = 200

/** All templates of the business account that owns the number, page by page. */
export async function listTemplates(
  graph: GraphClient,
  account: UsedAccount,
): Promise<Asked<NetworkTemplate[]>> {
  const business = account.settings.businessAccountId
  if (!business) return noBusinessAccount
  const path = `${encodeURIComponent(business)}/message_templates`
  const templates: NetworkTemplate[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = { fields, limit: pageSize, ...(after === undefined ? {} : { after }) }
    const answer = await graph.get(path, account.token, query)
    if (answer.kind !== 'answered') return sortAsked(answer)
    templates.push(...(listAt(answer.body, 'data') ?? []).filter(isRecord).flatMap(readTemplate))
    after = nextPage(answer.body)
    if (after === undefined) break
  }
  return { outcome: 'found', value: templates }
}

/** By cursor: the link that Meta gives for the next page would be asked with the token wherever it points. */
function nextPage(body: JsonRecord): string | undefined {
  const paging = recordAt(body, 'paging') ?? {}
  return paging.next === undefined ? undefined : textAt(recordAt(paging, 'cursors') ?? {}, 'after')
}

function readTemplate(template: JsonRecord): NetworkTemplate[] {
  const externalId = idAt(template, 'id')
  const name = textAt(template, 'name')
  const language = textAt(template, 'language')
  if (externalId === undefined || name === undefined || language === undefined) return []
  const reason = textAt(template, 'rejected_reason')
  return [
    dropUndefined({
      externalId,
      name,
      language,
      category: textAt(template, 'category') ?? 'UNKNOWN',
      status: textAt(template, 'status') ?? 'UNKNOWN',
      quality: textAt(recordAt(template, 'quality_score') ?? {}, 'score'),
      reason: reason === 'NONE' ? undefined : reason,
      components: listAt(template, 'components') ?? [],
    }),
  ]
}
