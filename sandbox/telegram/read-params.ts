import type { IncomingMessage } from 'node:http'
import { readBody } from '../read-body.ts'
import { badRequest } from './api-error.ts'
import { createParams, type Params, type Upload } from './params.ts'
import { readMultipart } from './read-multipart.ts'

function readJson(body: Buffer): [string, unknown][] {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return Object.entries(parsed)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw badRequest("can't parse request content as a JSON object")
}

/** Takes the parameters from the query and from a JSON, urlencoded or multipart body; GET and POST alike. */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const values = new Map<string, unknown>(url.searchParams)
  let uploads = new Map<string, Upload>()
  const type = (request.headers['content-type'] ?? '').toLowerCase()
  const body = await readBody(request)
  if (body.length > 0) {
    if (type.startsWith('application/json')) {
      for (const [name, value] of readJson(body)) values.set(name, value)
    } else if (type.startsWith('multipart/form-data')) {
      const multipart = readMultipart(body, request.headers['content-type'] ?? '')
      for (const [name, value] of multipart.fields) values.set(name, value)
      uploads = multipart.uploads
    } else if (type.startsWith('application/x-www-form-urlencoded')) {
      for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value)
    }
  }
  return createParams(values, uploads)
}
