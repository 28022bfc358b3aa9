import { ApiError, badRequest } from '../api-error.ts'
import type { StoredFile } from '../file-store.ts'
import type { MethodCall } from '../ground.ts'
import { measureImage } from '../measure-image.ts'
import type { Upload } from '../params.ts'
import type { Media } from '../world.ts'

const folders: Record<Media['kind'], string> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  voice: 'voice',
  audio: 'music',
  sticker: 'stickers',
  animation: 'animations',
  video_note: 'video_notes',
}
const mostUploadBytes = 50 * 1024 * 1024
const mostPhotoBytes = 10 * 1024 * 1024

function accept(call: MethodCall, kind: Media['kind'], upload: Upload): StoredFile {
  const size = upload.bytes.length
  if (size === 0) throw badRequest('file must be non-empty')
  if (size > mostUploadBytes) throw new ApiError(413, 'Request Entity Too Large')
  if (kind === 'photo' && size > mostPhotoBytes) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${mostPhotoBytes} bytes`,
    )
  }
  return call.ground.files.add(upload, folders[kind])
}

/** Downloads are left to links of this machine: the sandbox never reaches out. */
async function download(link: string): Promise<Upload | undefined> {
  const url = new URL(link)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return undefined
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch((error: unknown) => {
    throw Object.assign(badRequest('failed to get HTTP URL content'), { cause: error })
  })
  if (!response.ok) return undefined
  return {
    name: url.pathname.split('/').at(-1) || 'file',
    mime: response.headers.get('content-type') ?? 'application/octet-stream',
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

/**
 * A file sent with a call: an upload, the id of a file this bot knows, or a link. Throws the Bot API's 400
 * otherwise.
 */
export async function takeFile(
  call: MethodCall,
  kind: Media['kind'],
  reference: string | undefined,
  upload: Upload | undefined,
): Promise<Media> {
  let file: StoredFile | undefined
  if (upload) file = accept(call, kind, upload)
  else if (!reference) throw badRequest(`there is no ${kind} in the request`)
  else if (/^https?:\/\//i.test(reference)) {
    const fetched = URL.canParse(reference) ? await download(reference) : undefined
    if (!fetched) throw badRequest('failed to get HTTP URL content')
    file = accept(call, kind, fetched)
  } else file = call.ground.files.byId(call.bot.id, reference)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  const size = measureImage(file.bytes)
  if (kind === 'photo' && !size) throw badRequest('IMAGE_PROCESS_FAILED')
  if (kind === 'photo' && size && size.width + size.height > 10_000)
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return { kind, fileKey: file.key, ...(size ?? {}) }
}
