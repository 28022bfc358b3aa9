import type { IncomingMessage } from 'node:http'

const largestBody = 60 * 1024 * 1024

/** A request that cannot be carried out as it stands; the sentence is shown to whoever sent it. */
export class BadRequest extends Error {
  readonly status: number
  constructor(message: string, status = 400) {
    super(message)
    this.status = status
  }
}

/**
 * The whole body as bytes. Throws BadRequest (413) over 60 MiB, which is more than the Bot API's own 50 MB.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > largestBody) throw new BadRequest('The body is larger than 60 MiB.', 413)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** The body as a JSON object; an empty body is `{}`. Throws BadRequest for anything else. */
export async function readJsonBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBody(request)
  if (body.length === 0) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw new BadRequest(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new BadRequest('The body must be a JSON object.')
  }
  return { ...parsed }
}
