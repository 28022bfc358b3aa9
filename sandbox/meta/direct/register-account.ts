import type { Kernel } from '../../kernel.ts'
import { mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { handshake, isWebAddress } from '../handshake.ts'
import type { MetaApps } from '../meta-app.ts'
import { Refusal } from '../refusal.ts'
import type { WebhookClient } from '../webhook-client.ts'
import type { DirectAccount, DirectAccounts, DirectNetwork } from './direct-account.ts'
import { directFields } from './direct-fields.ts'

interface Ground {
  kernel: Kernel
  apps: MetaApps
  accounts: DirectAccounts
  client: WebhookClient
}

const spelling = {
  instagram: { id: 'instagramAccountId', token: 'accessToken', name: 'Atlas Gym' },
  messenger: { id: 'pageId', token: 'pageAccessToken', name: 'Atlas Gym' },
} as const

/**
 * `PUT /playground/api/meta/instagram` with `instagramAccountId` and `accessToken`, `PUT …/meta/page` with `pageId` and
 * `pageAccessToken`: registers the account after its receiver has passed the handshake. `webhookUrl`, `appId`,
 * `appSecret` and `verifyToken` are those of the number registered last unless given: one app may share one address
 * or give each of its objects its own. `name` and `username` are optional, and so is
 * `pageId` of the Page that speaks for an Instagram account connected with Facebook Login.
 * @throws {Refusal} 400 for a malformed wish, 422 when the handshake failed; nothing is changed then
 */
export async function registerAccount(ground: Ground, network: DirectNetwork, input: Fields) {
  const words = spelling[network]
  const shared = ground.apps.latest()
  const own = (key: 'webhookUrl' | 'appId' | 'appSecret' | 'verifyToken') =>
    mayText(input, key) ?? shared?.[key] ?? wantText(input, key)
  const account: DirectAccount = {
    network,
    id: wantText(input, words.id),
    name: mayText(input, 'name') ?? words.name,
    ...present({
      username: mayText(input, 'username') ?? (network === 'instagram' ? 'atlas.gym' : undefined),
    }),
    accessToken: wantText(input, words.token),
    ...present({ pageId: network === 'instagram' ? mayText(input, 'pageId') : undefined }),
    appId: own('appId'),
    appSecret: own('appSecret'),
    verifyToken: own('verifyToken'),
    webhookUrl: own('webhookUrl'),
    subscribed: true,
    fields: [...directFields[network]],
  }
  if (!/^\d+$/.test(account.id)) throw new Refusal(400, `"${words.id}" must be digits only.`)
  if (!isWebAddress(account.webhookUrl))
    throw new Refusal(400, '"webhookUrl" must be an http or https address.')
  const failure = await handshake(ground.kernel, ground.client, account.webhookUrl, account.verifyToken)
  if (failure) throw new Refusal(422, failure.error, { status: failure.status, body: failure.body })
  ground.accounts.put(account)
  return { verified: true }
}
