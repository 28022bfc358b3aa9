import { dropUndefined } from './drop-undefined.ts'
import type { GraphClient } from './graph-client.ts'
import { idAt, listAt, recordAt } from './loose-json.ts'
import { readTime } from './read-time.ts'

export interface InspectedToken {
  /** Absent: never, or not told. */
  expiresAt?: Date
  /** The app that the token was made for. */
  appId?: string
  /** The permissions that it carries; absent where Meta does not say. */
  scopes?: string[]
}

/** What a token says of itself. Meta tells that to some tokens only: nothing is wrong where it does not. */
export async function inspectToken(graph: GraphClient, token: string): Promise<InspectedToken> {
  const answer = await graph.get('debug_token', token, { input_token: token })
  const data = answer.kind === 'answered' ? recordAt(answer.body, 'data') : undefined
  if (data === undefined) return {}
  // Far in the future is what the end of a token is: the reader of events would not believe it.
  const end = readTime(data.expires_at, new Date(8e12))
  return dropUndefined({
    expiresAt: 'unreadable' in end ? undefined : end.at,
    appId: idAt(data, 'app_id'),
    scopes: listAt(data, 'scopes')?.filter((scope) => typeof scope === 'string'),
  })
}

/** What is missing for the work, as warnings: none where Meta does not say what the token carries. */
export const missingScopes = ({ scopes }: InspectedToken, needed: readonly string[]) =>
  needed
    .filter((scope) => scopes && !scopes.includes(scope))
    .map((scope) => ({ code: 'permission', detail: scope }))
