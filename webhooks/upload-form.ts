import { randomUUID } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { sendDeadlineMs } from '#core/channels/send-deadline.ts'
import { exactly } from '#core/media/exactly.ts'
import { readLimited } from './meta/read-limited.ts'
import { wasNeverConnected } from './meta/was-never-connected.ts'
import { reasonOf } from './reason-of.ts'

/** A file of a multipart form. */
export interface UploadedFile {
  /** The name of the file's field. */
  field: string
  file: OutboundFile
  /** What to call the file, where that is not its own type. */
  type?: string
}

/** A multipart form, whose files come last. */
export interface UploadedForm {
  fields: Record<string, string>
  files: readonly UploadedFile[]
}

export interface UploadOptions {
  headers?: Record<string, string>
  /** How long a small file may take in all; a large one takes longer, as `sendDeadlineMs` allows. */
  timeoutMs: number
  /** Of the answer, in bytes; `text` is undefined where it is longer. */
  longestAnswer: number
}

/**
 * `cut-off`: not all of it could be uploaded: no call can be complete at the other end. `unread`: since a file could not be
 * read here.
 */
export type Uploaded =
  | { kind: 'answered'; response: Response; text: string | undefined }
  | { kind: 'cut-off'; reason: string; unread?: boolean }

/**
 * Posts a form with stored files. Their bytes are read from the store no faster than the network takes them, so that it costs
 * the same memory whether they are small or large: fetch reads a body ahead as a whole. Redirects are not followed.
 *
 * @throws what fetch throws: an error whose `cause` is the connection's, once the whole form was under way
 */
export async function uploadForm(
  url: string,
  form: UploadedForm,
  { headers = {}, timeoutMs, longestAnswer }: UploadOptions,
): Promise<Uploaded> {
  const bytes = form.files.reduce((sum, { file }) => sum + file.size, 0)
  const extraMs = sendDeadlineMs(bytes) - sendDeadlineMs()
  const deadline = AbortSignal.timeout(Math.max(Math.ceil(timeoutMs), 1) + extraMs)
  // Nothing is sent of a form whose files cannot all be had.
  const opened = await openAll(form.files, deadline)
  if (!opened) return { kind: 'cut-off', reason: 'unread', unread: true }

  const boundary = `parley-${randomUUID()}`
  const { heads, tail } = frame(form, boundary)
  const length = [...heads, tail].reduce((sum, part) => sum + part.length, bytes)
  let isWhole = false
  let unread = false
  const over = new AbortController()
  const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': length,
    },
    // A connection of its own: one that was kept could be closed by the other end at the same moment.
    agent: false,
    signal: AbortSignal.any([deadline, over.signal]),
  })
  try {
    const answered = new Promise<Response>((resolve, reject) => {
      request.once('response', (message) => {
        const { statusCode: status = 0 } = message
        const body = status === 204 || status === 304 ? null : (Readable.toWeb(message) as ReadableStream)
        resolve(new Response(body, { status, headers: message.headers as Record<string, string> }))
      })
      request.on('error', reject)
    })
    const sent = pipeline(async function* () {
      for (const [index, { file }] of form.files.entries()) {
        yield heads[index]
        try {
          yield* exactly(opened[index] as Readable, file.size)
        } catch (error) {
          unread = !deadline.aborted
          throw error
        }
      }
      isWhole = true
      yield tail
    }, request)
    // An answer may come before the end, such as that the file is too large.
    const response = await Promise.race([answered, sent.then(() => answered)])
    return { kind: 'answered', response, text: await readLimited(response, longestAnswer) }
  } catch (error) {
    const failed = new Error('upload failed', { cause: deadline.aborted ? deadline.reason : error })
    if (isWhole || wasNeverConnected(failed)) throw failed
    return { kind: 'cut-off', reason: reasonOf(failed), ...(unread ? { unread } : {}) }
  } finally {
    over.abort()
    for (const stream of opened) stream.destroy()
  }
}

/** Undefined: one of them cannot be had, and the others are not wanted any more. */
async function openAll(
  files: readonly UploadedFile[],
  deadline: AbortSignal,
): Promise<Readable[] | undefined> {
  const opened = await Promise.all(files.map(({ file }) => openInTime(file, deadline)))
  const streams = opened.filter((stream) => stream !== undefined)
  // A file waits for those before it: an error meanwhile is met by whoever reads it, and by nobody else.
  for (const stream of streams) stream.on('error', () => undefined)
  if (streams.length === files.length) return streams
  for (const stream of streams) stream.destroy()
  return undefined
}

/** A store that fails or hangs must not hold a connection, nor the send. */
async function openInTime(file: OutboundFile, deadline: AbortSignal): Promise<Readable | undefined> {
  const opening = file.open()
  const late = new Promise<undefined>((resolve) => {
    deadline.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const opened = await Promise.race([opening.catch(() => undefined), late])
  // What comes after all is not wanted any more.
  if (!opened)
    void opening.then(
      (stream) => stream.destroy(),
      () => undefined,
    )
  return opened
}

/** What stands before each file, and after the last. */
function frame({ fields, files }: UploadedForm, boundary: string): { heads: Buffer[]; tail: Buffer } {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  )
  const heads = files.map(({ field, file, type = file.mime }, index) => {
    const place = `form-data; name="${quoted(field)}"; filename="${quoted(file.fileName)}"`
    const head = `--${boundary}\r\nContent-Disposition: ${place}\r\nContent-Type: ${plain(type)}\r\n\r\n`
    return Buffer.from(index === 0 ? parts.join('') + head : `\r\n${head}`)
  })
  return { heads, tail: Buffer.from(`\r\n--${boundary}--\r\n`) }
}

/** As browsers do it. */
const quoted = (name: string) => name.replace(/[\r\n"]/g, (sign) => encodeURIComponent(sign))

/** A type comes from whoever sent the file: it must not be able to end its line. */
const plain = (type: string) => (/^[\x20-\x7e]+$/.test(type) ? type : 'application/octet-stream')
