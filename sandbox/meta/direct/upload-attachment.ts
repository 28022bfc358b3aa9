import { checkObject } from '../check-fields.ts'
import { type Fields, isFields } from '../fields.ts'
import { type GraphCall, jsonBody } from '../graph-call.ts'
import { badParameter } from '../problems.ts'
import { readForm } from '../upload-media.ts'
import { attachmentFile, keepFile } from './attachment-file.ts'
import { checkAttachment } from './check-direct-message.ts'
import type { DirectAccount } from './direct-account.ts'
import type { DirectGround } from './direct-ground.ts'

/**
 * `POST /{page}/message_attachments`: with an address as JSON, or with the file itself as the part `filedata` of a
 * form whose part `message` is JSON. Answers the `attachment_id` to send it by, again and again.
 * @throws {GraphError} 100 for the body, 100/2018008 and 100/2018047 for the file
 */
export async function uploadAttachment({ media }: DirectGround, account: DirectAccount, call: GraphCall) {
  if (call.contentType.toLowerCase().startsWith('multipart/form-data')) {
    const form = await readForm(call)
    const { attachment } = readPart(form.get('message'))
    const file = form.get('filedata')
    if (!(file instanceof File)) throw badParameter('The parameter filedata is required.')
    const type = isFields(attachment) && typeof attachment.type === 'string' ? attachment.type : ''
    if (!['image', 'video', 'audio', 'file'].includes(type))
      throw badParameter('Param message[attachment][type] must be one of {AUDIO, FILE, IMAGE, VIDEO}.')
    const bytes = Buffer.from(await file.arrayBuffer())
    const kept = keepFile(media, account, type, { bytes, mime: file.type, filename: file.name })
    return { attachment_id: kept.id }
  }
  const message = checkObject(jsonBody(call), 'message', 'message', ['attachment'])
  const { file } = checkAttachment(message)
  if (!file?.url) throw badParameter('Param message[attachment][payload][url] is required.')
  return { attachment_id: (await attachmentFile(media, account, file)).id }
}

function readPart(part: FormDataEntryValue | null): Fields {
  if (typeof part !== 'string') throw badParameter('The parameter message is required.')
  return jsonBody({ body: Buffer.from(part), contentType: 'application/json' })
}
