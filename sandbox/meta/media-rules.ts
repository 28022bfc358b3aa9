const kilobyte = 1024
const megabyte = 1024 * kilobyte

const office = 'application/vnd.openxmlformats-officedocument'
const documents = [
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
]

/** The types each kind of message may carry, and the largest file in bytes. */
export const mediaRules: Record<string, { mimes: string[]; maxBytes: number }> = {
  image: { mimes: ['image/jpeg', 'image/png'], maxBytes: 5 * megabyte },
  video: { mimes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * megabyte },
  audio: {
    mimes: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
    maxBytes: 16 * megabyte,
  },
  sticker: { mimes: ['image/webp'], maxBytes: 500 * kilobyte },
  document: { mimes: documents, maxBytes: 100 * megabyte },
}

/** `audio/ogg; codecs=opus` is `audio/ogg` to every rule. */
export function plainMime(mime: string): string {
  return mime.split(';')[0]?.trim().toLowerCase() ?? ''
}

/** The largest file of this type Meta takes; undefined: Meta does not take the type at all. */
export function uploadLimit(mime: string): number | undefined {
  return Object.values(mediaRules).find((rule) => rule.mimes.includes(plainMime(mime)))?.maxBytes
}

/** True when a file of this type may stand in a message of this kind; any type may be sent as a document. */
export function fits(kind: string, mime: string): boolean {
  return kind === 'document' || (mediaRules[kind]?.mimes.includes(plainMime(mime)) ?? false)
}
