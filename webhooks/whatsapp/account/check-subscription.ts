import type { AccountCheck, UsedAccount } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { idAt, isRecord, listAt, recordAt } from '../../meta/loose-json.ts'

/**
 * Whether the account's events are delivered to our app, and subscribes it again where they are not: Meta drops a
 * subscription without a word when a person or a permission goes.
 *
 * @param appId ours; undefined where it is not known: then any app counts as ours
 */
export async function checkSubscription(
  graph: GraphClient,
  account: UsedAccount,
  appId: string | undefined,
): Promise<AccountCheck['subscription']> {
  const business = account.settings.businessAccountId
  if (!business) return 'unknown'
  const path = `${encodeURIComponent(business)}/subscribed_apps`
  const answer = await graph.get(path, account.token)
  if (answer.kind !== 'answered') return 'unknown'
  const apps = (listAt(answer.body, 'data') ?? []).filter(isRecord).map((app) => {
    return idAt(recordAt(app, 'whatsapp_business_api_data') ?? {}, 'id')
  })
  if (appId === undefined ? apps.length > 0 : apps.includes(appId)) return 'subscribed'
  const again = await graph.post(path, account.token, {})
  return again.kind === 'answered' && again.body.success === true ? 'mended' : 'missing'
}
