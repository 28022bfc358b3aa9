import type { Kernel } from '../kernel.ts'
import { type GraphCall, jsonBody, pickFields } from './graph-call.ts'
import { GraphError } from './graph-error.ts'
import { graphPage } from './graph-page.ts'
import { handshake, isWebAddress } from './handshake.ts'
import type { MetaApp, MetaApps } from './meta-app.ts'
import { numberNode } from './number-node.ts'
import { badParameter } from './problems.ts'
import type { TemplateStore } from './templates/template-store.ts'
import type { WebhookClient } from './webhook-client.ts'

/** What the edges of a business account need of the rest. */
export interface AccountGround {
  kernel: Kernel
  apps: MetaApps
  client: WebhookClient
  templates: TemplateStore
}

/** `GET /{account}/phone_numbers` */
export function listNumbers({ apps }: AccountGround, call: GraphCall) {
  const numbers = apps.byAccount(call.id).map((app) => numberNode(app))
  return graphPage(
    numbers.map((number) => pickFields(number, call.query.get('fields'), 'WhatsAppBusinessPhoneNumber')),
    call,
  )
}

/** `GET /{account}/subscribed_apps` */
export function listSubscriptions({ apps }: AccountGround, { id }: GraphCall) {
  const seen = new Map(
    apps
      .byAccount(id)
      .filter(({ subscribed }) => subscribed)
      .map((app) => [app.appId, app]),
  )
  const data = [...seen.values()].map(({ appId, overrideUrl }) => ({
    whatsapp_business_api_data: {
      id: appId,
      name: `App ${appId}`,
      link: `https://www.facebook.com/games/?app_id=${appId}`,
    },
    ...(overrideUrl === undefined ? {} : { override_callback_uri: overrideUrl }),
  }))
  return { data }
}

/**
 * `POST /{account}/subscribed_apps`: webhooks of the account come to the app; with `override_callback_uri` and
 * `verify_token` to that address, once it has passed the handshake.
 * @throws {GraphError} 100 for half a pair, 2200 when the address fails the handshake
 */
export async function subscribe({ kernel, apps, client }: AccountGround, call: GraphCall) {
  const body = call.body.length > 0 ? jsonBody(call) : {}
  const { override_callback_uri: url, verify_token: token } = body
  if (url !== undefined) {
    if (!isWebAddress(url)) throw badParameter('Param override_callback_uri must be a valid URL.')
    if (typeof token !== 'string' || token === '')
      throw badParameter('The parameter verify_token is required.')
    const failure = await handshake(kernel, client, url, token)
    if (failure) throw new GraphError({ code: 2200, title: `Callback verification failed: ${failure.error}` })
  }
  for (const app of ownApps(apps, call)) {
    app.subscribed = true
    if (isWebAddress(url)) app.overrideUrl = url
    else delete app.overrideUrl
  }
  return { success: true }
}

/** `DELETE /{account}/subscribed_apps`: no more webhooks of this account. */
export function unsubscribe({ apps }: AccountGround, call: GraphCall) {
  for (const app of ownApps(apps, call)) {
    app.subscribed = false
    delete app.overrideUrl
  }
  return { success: true }
}

function ownApps(apps: MetaApps, { id, token }: GraphCall): MetaApp[] {
  return apps.byAccount(id).filter(({ accessToken }) => accessToken === token)
}
