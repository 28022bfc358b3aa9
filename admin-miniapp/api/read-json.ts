import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { DeskError } from '#core/errors.ts'

/** Launch data is the longest that is ever sent. In bytes. */
const mostBytes = 16 * 1024

/**
 * The body of a request, read as JSON of a shape.
 *
 * @throws DeskError not-json, body-too-large, bad-input
 */
export async function readJson<Shape extends z.ZodType>(
  request: IncomingMessage,
  shape: Shape,
): Promise<z.output<Shape>> {
  // Also against pages elsewhere: a browser sends this type across origins only after asking, and we never say yes.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new DeskError('invalid', 'not-json')
  }
  const parsed = shape.safeParse(parse(await readText(request)))
  if (!parsed.success) throw new DeskError('invalid', 'bad-input', { field: pathOf(parsed.error) })
  return parsed.data
}

export const pathOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? ''

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new DeskError('invalid', 'body-too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
