import type { UsedAccount } from '#core/channels/channel-port.ts'
import type { ApiOptions } from '../channel-module.ts'
import { createGraphClient, type GraphClient } from '../meta/graph-client.ts'

/** How one account is reached. */
export interface InstagramApi {
  login: 'instagram' | 'facebook'
  graph: GraphClient
  /** The node that sends and subscribes, already encoded. */
  node: string
  /** Where it answers, without version. */
  root: string
}

const facebookRoot = 'https://graph.facebook.com'
const instagramRoot = 'https://graph.instagram.com'

/**
 * The same API stands at two addresses. Accounts connected with Instagram Login (`settings.login` is `instagram`, or a
 * token that begins with `IG`) are asked at graph.instagram.com under their own id; those connected with Facebook Login
 * at graph.facebook.com, where their Page speaks for them: `settings.pageId`, or `me`, which the Page's token means.
 * A root that is not Meta's (a simulator, a proxy) serves both.
 */
export function createInstagramApi(options: ApiOptions): (account: UsedAccount) => InstagramApi {
  const { version, root } = options.meta
  const roots = { facebook: root, instagram: root === facebookRoot ? instagramRoot : root }
  const clients = {
    facebook: createGraphClient({ root: roots.facebook, version, timeoutMs: options.timeoutMs }),
    instagram: createGraphClient({ root: roots.instagram, version, timeoutMs: options.timeoutMs }),
  }
  return ({ externalId, token, settings }) => {
    const login = loginOf(settings.login, token)
    const node = login === 'instagram' ? externalId : (settings.pageId ?? 'me')
    return { login, graph: clients[login], node: encodeURIComponent(node), root: roots[login] }
  }
}

function loginOf(told: string | undefined, token: string): InstagramApi['login'] {
  if (told === 'instagram' || told === 'facebook') return told
  return token.startsWith('IG') ? 'instagram' : 'facebook'
}
