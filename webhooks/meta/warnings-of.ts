import { createHmac } from 'node:crypto'
import type { FoundAccount } from '#core/channels/channel-port.ts'
import type { GraphClient } from './graph-client.ts'
import { inspectToken, missingScopes } from './inspect-token.ts'

/**
 * What would not work with a token: permissions that it lacks, and whether it was made for another app than the one whose
 * secret this server has. Meta would send that app the messages, and not us.
 */
export async function warningsOf(
  graph: GraphClient,
  token: string,
  { needed, appSecret }: { needed: readonly string[]; appSecret: string | undefined },
): Promise<FoundAccount['warnings']> {
  const warnings = missingScopes(await inspectToken(graph, token), needed)
  return (await isOfAnotherApp(graph, token, appSecret)) ? [...warnings, { code: 'other-app' }] : warnings
}

/**
 * Meta refuses a proof that another app's secret made, and says so.
 * Source: https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof
 */
async function isOfAnotherApp(
  graph: GraphClient,
  token: string,
  appSecret: string | undefined,
): Promise<boolean> {
  if (!appSecret) return false
  const proof = createHmac('sha256', appSecret).update(token).digest('hex')
  const answer = await graph.get('me', token, { fields: 'id', appsecret_proof: proof })
  return (
    answer.kind === 'error' &&
    answer.error.code === 100 &&
    /invalid appsecret_proof/i.test(answer.error.message)
  )
}
