import type { Asked, FoundAccount, GivenAccess } from '#core/channels/channel-port.ts'
import { findPages } from '../meta/direct/find-pages.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../meta/loose-json.ts'
import { sortAsked } from '../meta/sort-asked.ts'
import { warningsOf } from '../meta/warnings-of.ts'
import type { InstagramApi } from './instagram-api.ts'

const needed = {
  instagram: ['instagram_business_basic', 'instagram_business_manage_messages'],
  facebook: ['instagram_basic', 'instagram_manage_messages', 'pages_manage_metadata'],
}

/**
 * The Instagram accounts that a token opens: its own with Instagram Login, those of its Pages with Facebook Login.
 *
 * @param appSecret of the app of this login
 */
export async function identifyInstagram(
  { login, graph }: Pick<InstagramApi, 'login' | 'graph'>,
  { token }: GivenAccess,
  appSecret: string | undefined,
): Promise<Asked<FoundAccount[]>> {
  const found = login === 'instagram' ? await findOwn(graph, token) : await findLinked(graph, token)
  if (found.outcome !== 'found' || found.value.length === 0) return found
  const warnings = await warningsOf(graph, token, { needed: needed[login], appSecret })
  return { outcome: 'found', value: found.value.map((account) => ({ ...account, warnings })) }
}

async function findOwn(graph: InstagramApi['graph'], token: string): Promise<Asked<FoundAccount[]>> {
  const me = await graph.get('me', token, { fields: 'user_id,username,name,account_type' })
  if (me.kind !== 'answered') return sortAsked(me)
  if (textAt(me.body, 'account_type') === 'PERSONAL') {
    const title = 'A personal account: only professional ones can be connected'
    return { outcome: 'gone', failure: { code: 'personal-account', title } }
  }
  // `id` is another one for each app; webhooks name `user_id`.
  const account = accountOf(me.body, idAt(me.body, 'user_id'), { token, settings: { login: 'instagram' } })
  return { outcome: 'found', value: account }
}

async function findLinked(graph: InstagramApi['graph'], token: string): Promise<Asked<FoundAccount[]>> {
  const pages = await findPages(graph, token, ['instagram_business_account{id,username,name}'])
  if (pages.outcome !== 'found') return pages
  const value = pages.value.flatMap(({ id, token: own, node }) => {
    const linked = recordAt(node, 'instagram_business_account')
    const access = { token: own, settings: { login: 'facebook', pageId: id } }
    return linked ? accountOf(linked, idAt(linked, 'id'), access) : []
  })
  return { outcome: 'found', value }
}

function accountOf(
  node: JsonRecord,
  externalId: string | undefined,
  access: Pick<FoundAccount, 'token' | 'settings'>,
): FoundAccount[] {
  if (externalId === undefined) return []
  const facts = dropUndefined({ displayName: textAt(node, 'name'), username: textAt(node, 'username') })
  const name = facts.displayName ?? facts.username ?? externalId
  return [{ externalId, name, facts, warnings: [], ...access }]
}
