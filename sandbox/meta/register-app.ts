import type { Kernel } from '../kernel.ts'
import { wantText } from './control-input.ts'
import type { Fields } from './fields.ts'
import { handshake, isWebAddress } from './handshake.ts'
import type { MetaApp, MetaApps } from './meta-app.ts'
import { Refusal } from './refusal.ts'
import type { WebhookClient } from './webhook-client.ts'

/**
 * `PUT /playground/api/meta/app`: registers a business number after its receiver has passed the handshake.
 * @throws {Refusal} 400 for a malformed wish, 422 with what came back when the handshake failed; nothing is changed then
 */
export async function registerApp(kernel: Kernel, apps: MetaApps, client: WebhookClient, input: Fields) {
  const app: MetaApp = {
    appId: wantText(input, 'appId'),
    appSecret: wantText(input, 'appSecret'),
    verifyToken: wantText(input, 'verifyToken'),
    webhookUrl: wantText(input, 'webhookUrl'),
    phoneNumberId: wantText(input, 'phoneNumberId'),
    wabaId: wantText(input, 'wabaId'),
    displayPhoneNumber: wantText(input, 'displayPhoneNumber'),
    accessToken: wantText(input, 'accessToken'),
    subscribed: true,
  }
  for (const key of ['phoneNumberId', 'wabaId'] as const)
    if (!/^\d+$/.test(app[key])) throw new Refusal(400, `"${key}" must be digits only.`)
  if (!isWebAddress(app.webhookUrl)) throw new Refusal(400, '"webhookUrl" must be an http or https address.')
  const failure = await handshake(kernel, client, app.webhookUrl, app.verifyToken)
  if (failure) throw new Refusal(422, failure.error, { status: failure.status, body: failure.body })
  apps.put(app)
  return { verified: true }
}
