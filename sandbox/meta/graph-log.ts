import type { IncomingMessage } from 'node:http'

export function tokenOf(request: IncomingMessage, url: URL): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? url.searchParams.get('access_token') ?? undefined
}

export function shortToken(token: string | undefined): string | undefined {
  return token === undefined ? undefined : `${token.slice(0, 4)}…`
}

export function shownQuery(url: URL): Record<string, string> {
  const secret = ['access_token', 'hash']
  return Object.fromEntries([...url.searchParams].filter(([key]) => !secret.includes(key)))
}

export function shownBytes(bytes: Buffer | undefined): string | undefined {
  return bytes === undefined || bytes.length === 0 ? undefined : `${bytes.length} bytes`
}

/** The body for the log and the fault rules; what is no JSON is the edge's to refuse. */
export function readJson(request: IncomingMessage, body: Buffer): unknown {
  if (!request.headers['content-type']?.includes('json')) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return body.toString('utf8').slice(0, 2000)
    throw error
  }
}
