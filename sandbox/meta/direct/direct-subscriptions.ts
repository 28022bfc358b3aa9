import { type GraphCall, jsonBody } from '../graph-call.ts'
import { badParameter } from '../problems.ts'
import type { DirectAccount } from './direct-account.ts'
import { directFields } from './direct-fields.ts'

/** `GET /{account}/subscribed_apps` */
export function listDirectSubscriptions({ appId, subscribed, fields }: DirectAccount) {
  const app = { id: appId, name: `App ${appId}`, link: `https://www.facebook.com/games/?app_id=${appId}` }
  return { data: subscribed ? [{ ...app, category: 'Business', subscribed_fields: [...fields] }] : [] }
}

/**
 * `POST /{account}/subscribed_apps` with `subscribed_fields`, a list or words with commas, in the query or the body.
 * What is not named is not told any more.
 * @throws {GraphError} 100 without fields or for one the network does not have
 */
export function subscribeDirect(account: DirectAccount, call: GraphCall) {
  const body = call.body.length > 0 ? jsonBody(call) : {}
  const given = body.subscribed_fields ?? call.query.get('subscribed_fields')
  const fields = Array.isArray(given) ? given.map(String) : String(given ?? '').split(',')
  const wanted = fields.map((field) => field.trim()).filter(Boolean)
  if (wanted.length === 0) throw badParameter('The parameter subscribed_fields is required.')
  const known = directFields[account.network]
  const strange = wanted.findIndex((field) => !known.includes(field))
  if (strange !== -1)
    throw badParameter(
      `Param subscribed_fields[${strange}] must be one of {${known.join(', ')}} - got "${wanted[strange]}".`,
    )
  account.subscribed = true
  account.fields = wanted
  return { success: true }
}

/** `DELETE /{account}/subscribed_apps`: no more webhooks of this account. */
export function unsubscribeDirect(account: DirectAccount) {
  account.subscribed = false
  return { success: true }
}
