import type { Asked, NetworkTemplate, UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, textAt } from '../../meta/loose-json.ts'
import { sortAsked } from '../../meta/sort-asked.ts'
import { noBusinessAccount } from './no-business-account.ts'

type NewTemplate = Omit<NetworkTemplate, 'externalId' | 'status' | 'quality' | 'reason'>

/**
 * Submits a template for approval. Meta takes a name and language once: submitted again, after an answer was lost, it
 * is refused, and found in the list.
 */
export async function createTemplate(
  graph: GraphClient,
  account: UsedAccount,
  { name, language, category, components }: NewTemplate,
): Promise<Asked<{ externalId: string; status: string; category: string }>> {
  const business = account.settings.businessAccountId
  if (!business) return noBusinessAccount
  const path = `${encodeURIComponent(business)}/message_templates`
  // Meta takes variables for numbered ones unless it is told.
  const parameter_format = hasNames(components) ? 'NAMED' : undefined
  const body = dropUndefined({ name, language, category, parameter_format, components })
  const answer = await graph.post(path, account.token, body)
  if (answer.kind !== 'answered') return sortAsked(answer)
  const externalId = idAt(answer.body, 'id')
  if (externalId === undefined) {
    return { outcome: 'later', failure: { code: 'no-receipt', title: 'The answer names no template' } }
  }
  const value = {
    externalId,
    status: textAt(answer.body, 'status') ?? 'PENDING',
    // Meta may put it into another category than it was submitted in.
    category: textAt(answer.body, 'category') ?? category,
  }
  return { outcome: 'found', value }
}

function hasNames(components: unknown[]): boolean {
  return /\{\{\s*[a-z_]/.test(JSON.stringify(components))
}
