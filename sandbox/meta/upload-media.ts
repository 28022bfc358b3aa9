import { checkProduct } from './check-message.ts'
import type { GraphCall } from './graph-call.ts'
import { GraphError } from './graph-error.ts'
import { plainMime, uploadLimit } from './media-rules.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApp } from './meta-app.ts'
import { badParameter } from './problems.ts'

/** The parts of a form. @throws {GraphError} 100 when the body is none */
export async function readForm({
  body,
  contentType,
}: Pick<GraphCall, 'body' | 'contentType'>): Promise<FormData> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data'))
    throw badParameter('Send the file as multipart/form-data.')
  try {
    const bytes = new Uint8Array(body)
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  } catch (error) {
    if (error instanceof TypeError) throw badParameter(`The multipart body cannot be read: ${error.message}`)
    throw error
  }
}

/**
 * `POST /{number}/media` with the parts `messaging_product`, `file` and, optionally, `type`.
 * @throws {GraphError} 100 for a missing part or a type Meta does not take, 131053 for a file that is too large
 */
export async function uploadMedia(media: MediaStore, app: MetaApp, call: GraphCall) {
  const form = await readForm(call)
  checkProduct({ messaging_product: form.get('messaging_product') ?? undefined })
  const file = form.get('file')
  if (!(file instanceof Blob)) throw badParameter('The parameter file is required.')
  const given = form.get('type')
  const mime = typeof given === 'string' && given !== '' ? given : file.type
  const limit = uploadLimit(mime)
  if (limit === undefined) throw badParameter(`Param file must be of a type Meta takes; "${mime}" is none.`)
  if (
    file.type !== '' &&
    file.type !== 'application/octet-stream' &&
    plainMime(file.type) !== plainMime(mime)
  )
    throw badParameter(`The part file is ${file.type} while type says ${mime}.`)
  const bytes = Buffer.from(await file.arrayBuffer())
  if (bytes.length === 0) throw badParameter('Param file is empty.')
  if (bytes.length > limit) {
    const details = `The file has ${bytes.length} bytes; at most ${limit} are allowed for ${plainMime(mime)}.`
    throw new GraphError({ code: 131053, title: 'Media upload error', details })
  }
  return { id: media.add({ phoneNumberId: app.phoneNumberId, mime, filename: file.name, bytes }).id }
}
