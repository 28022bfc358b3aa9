import { Busboy } from '@fastify/busboy'
import { parseLosslessly } from '../meta/parse-losslessly.ts'

export interface FormFile {
  field: string
  name: string
  size: number
  /** As the browser calls it: hostile until looked at. */
  mime: string
  bytes: Buffer
}

export interface ParsedForm {
  fields: unknown
  files: FormFile[]
}

/** More parts than this are an attack and no form. */
const mostParts = 500

/**
 * A form's body as JSON, as an HTML form sends it (urlencoded or multipart), or as plain JSON. Fields of one name become a
 * list. A body without a type is read as JSON if it looks like it, else as urlencoded.
 *
 * @returns undefined when it is none of them, is cut off, or is nested deeper than any form
 */
export async function parseForm(body: Buffer, contentType: string): Promise<ParsedForm | undefined> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'multipart/form-data') return parseMultipart(body, contentType)
  if (type === 'application/x-www-form-urlencoded') return parseUrlencoded(body)
  if (type === '' || type === 'text/plain' || type.endsWith('json')) {
    const json = parseJson(body)
    if (json !== undefined) return { fields: json, files: [] }
    return type === '' || type === 'text/plain' ? parseUrlencoded(body) : undefined
  }
  return undefined
}

function parseJson(body: Buffer): unknown {
  try {
    const json = parseLosslessly(body.toString('utf8').replace(/^\uFEFF/, ''))
    return typeof json === 'object' && json !== null && isShallow(json) ? json : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** No form is nested deeper; what is would exhaust the stack of whoever writes it down again. Level by level, without one. */
const deepest = 64

function isShallow(value: object): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return true
}

function parseUrlencoded(body: Buffer): ParsedForm | undefined {
  const pairs = [...new URLSearchParams(body.toString('utf8'))].slice(0, mostParts)
  if (pairs.length === 0) return undefined
  return { fields: collect(pairs), files: [] }
}

/** A hostile name such as `__proto__` is a name like any other. */
function collect(pairs: Iterable<readonly [string, string]>): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [rawName, value] of pairs) {
    const name = rawName.replace(/\[\]$/, '')
    const known = fields.get(name)
    if (known === undefined) fields.set(name, value)
    else if (Array.isArray(known)) known.push(value)
    else fields.set(name, [known, value])
  }
  return Object.fromEntries(fields)
}

function parseMultipart(body: Buffer, contentType: string): Promise<ParsedForm | undefined> {
  return new Promise((resolve) => {
    const pairs: [string, string][] = []
    const files: ParsedForm['files'] = []
    // A body that is cut off or nonsense is no form; whatever else goes wrong in it after that is not heard.
    const none = () => resolve(undefined)
    try {
      const parser = new Busboy({
        headers: { 'content-type': contentType },
        limits: { parts: mostParts, fieldSize: 256 * 1024, fieldNameSize: 500 },
      })
      parser.on('field', (name, value) => void pairs.push([String(name), String(value)]))
      parser.on('file', (field, stream, name, _encoding, mime) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
        // Its own stream: an error that nobody listens for would end the process.
        stream.on('error', none)
        stream.on('end', () => {
          // A field that nobody chose a file for comes without a name.
          if (!name) return
          const bytes = Buffer.concat(chunks)
          const called = {
            field: String(field),
            name: String(name).slice(0, 200),
            mime: String(mime).slice(0, 200),
          }
          files.push({ ...called, size: bytes.length, bytes })
        })
      })
      parser.on('error', none)
      parser.on('finish', () => resolve({ fields: collect(pairs), files }))
      parser.end(body)
    } catch {
      // A missing boundary and the like.
      none()
    }
  })
}
