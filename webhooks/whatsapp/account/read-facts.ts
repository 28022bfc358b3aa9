import type { AccountCheck, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { plainLimit } from '../reading/plain-limit.ts'

/** Fields that every version has: one that Meta does not know fails the whole question. */
export const factFields = 'display_phone_number,verified_name,quality_rating,throughput,status,name_status'

/** States in which a number works; all others are told to owners. */
const working = new Set(['CONNECTED'])

export function readFacts(number: JsonRecord): Pick<AccountCheck, 'facts' | 'dangers'> {
  const quality = textAt(number, 'quality_rating')
  const state = textAt(number, 'status')
  const facts = dropUndefined({
    displayNumber: textAt(number, 'display_phone_number'),
    displayName: textAt(number, 'verified_name'),
    nameReview: textAt(number, 'name_status'),
    quality,
    state,
    throughput: textAt(recordAt(number, 'throughput') ?? {}, 'level'),
  })
  const dangers: AccountCheck['dangers'] = []
  if (quality === 'RED') {
    dangers.push({
      code: 'quality',
      title: 'Customers block or report this number too often',
      detail: quality,
    })
  }
  if (state !== undefined && !working.has(state)) {
    dangers.push({ code: 'state', title: 'The number is not connected', detail: state })
  }
  return { facts, dangers }
}

/** One field that not every version of the API has; undefined where it has not, or was not in the mood. */
export async function askOptional(graph: GraphClient, account: UsedAccount, field: string): Promise<unknown> {
  const path = encodeURIComponent(account.externalId)
  const answer = await graph.get(path, account.token, { fields: field })
  return answer.kind === 'answered' ? answer.body[field] : undefined
}

/** The limit of people to whom the business may write first in 24 hours, under its new name or its old one. */
export async function askLimit(graph: GraphClient, account: UsedAccount): Promise<string | undefined> {
  for (const field of ['whatsapp_business_manager_messaging_limit', 'messaging_limit_tier']) {
    const limit = plainLimit(await askOptional(graph, account, field))
    if (limit !== undefined) return limit
  }
  return undefined
}
