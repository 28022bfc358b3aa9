import type { Asked, FoundAccount, GivenAccess } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt, textAt } from '../../meta/loose-json.ts'
import { sortAsked } from '../../meta/sort-asked.ts'
import { warningsOf } from '../../meta/warnings-of.ts'
import { neededScopes } from './check-token.ts'

const fields = 'id,display_phone_number,verified_name,code_verification_status'
/** An account of a business has 20 numbers at most unless Meta lifts that. */
const mostNumbers = '100'

/**
 * The numbers of the WhatsApp Business Account in `settings.businessAccountId` that a token opens: Meta shows them to
 * tokens to which that account was assigned, which is the proof that it is theirs.
 *
 * @param appSecret of our app
 */
export async function identifyNumbers(
  graph: GraphClient,
  { token, externalId, settings }: GivenAccess,
  appSecret: string | undefined,
): Promise<Asked<FoundAccount[]>> {
  const { businessAccountId } = settings
  if (!businessAccountId) return identifyNumber(graph, token, externalId, appSecret)
  const path = `${encodeURIComponent(businessAccountId)}/phone_numbers`
  const answer = await graph.get(path, token, { fields, limit: mostNumbers })
  if (answer.kind !== 'answered') return sortAsked(answer)
  const numbers = (listAt(answer.body, 'data') ?? []).filter(isRecord)
  const wanted = numbers.filter((number) => externalId === undefined || idAt(number, 'id') === externalId)
  const warnings = await warningsOf(graph, token, { needed: neededScopes, appSecret })
  return accountsOf(wanted, { token, warnings, settings: { businessAccountId } })
}

/** A number that was connected without its account can still be asked for itself. */
async function identifyNumber(
  graph: GraphClient,
  token: string,
  externalId: string | undefined,
  appSecret: string | undefined,
): Promise<Asked<FoundAccount[]>> {
  if (externalId === undefined) {
    const title = 'The id of the WhatsApp Business Account is missing'
    return { outcome: 'gone', failure: { code: 'no-account-id', title } }
  }
  const answer = await graph.get(encodeURIComponent(externalId), token, { fields })
  if (answer.kind !== 'answered') return sortAsked(answer)
  const warnings = await warningsOf(graph, token, { needed: neededScopes, appSecret })
  return accountsOf([answer.body], { token, warnings, settings: {} })
}

function accountsOf(
  numbers: JsonRecord[],
  { token, warnings: ofToken, settings }: Pick<FoundAccount, 'token' | 'warnings' | 'settings'>,
): Asked<FoundAccount[]> {
  const value = numbers.flatMap((number) => {
    const externalId = idAt(number, 'id')
    if (externalId === undefined) return []
    const facts = dropUndefined({
      displayNumber: textAt(number, 'display_phone_number'),
      displayName: textAt(number, 'verified_name'),
    })
    const isVerified = textAt(number, 'code_verification_status') !== 'NOT_VERIFIED'
    const warnings = [...ofToken, ...(isVerified ? [] : [{ code: 'number-not-verified' }])]
    const name = facts.displayName ?? facts.displayNumber ?? externalId
    return [{ externalId, name, token, settings, facts, warnings }]
  })
  return { outcome: 'found', value }
}
