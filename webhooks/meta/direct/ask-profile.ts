import type { Asked } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../graph-client.ts'
import { failureOf } from '../graph-failure.ts'
import type { JsonRecord } from '../loose-json.ts'
import { sortAsked } from '../sort-asked.ts'

/** A person's profile opens only once he has written; until then Meta answers with 230. */
const noConsent = 230

/** Asks for a person by his scoped id. Gone: Meta does not show this person to businesses. */
export async function askProfile(
  graph: GraphClient,
  token: string,
  recipient: JsonRecord | undefined,
  fields: string,
): Promise<Asked<JsonRecord>> {
  if (typeof recipient?.id !== 'string') {
    return { outcome: 'gone', failure: { code: 'no-address', title: 'Meta knows no id of this person' } }
  }
  const answer = await graph.get(encodeURIComponent(recipient.id), token, { fields })
  if (answer.kind === 'answered') return { outcome: 'found', value: answer.body }
  const closed = answer.kind === 'error' && answer.error.code === noConsent
  return closed ? { outcome: 'gone', failure: failureOf(answer) } : sortAsked(answer)
}
