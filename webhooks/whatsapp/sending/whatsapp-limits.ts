import type { ChannelLimits, FileLimit } from '#core/channels/channel-port.ts'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

const office = 'application/vnd.openxmlformats-officedocument'
const video: FileLimit = { maxBytes: 16 * megabyte, mimes: ['video/mp4', 'video/3gpp'] }

/**
 * What Meta takes. WhatsApp knows no round videos and no animations: both are videos there. A sticker may have 500 kB
 * when it moves and 100 kB when it does not; which it does, Meta finds out itself. CSV is plain text to Meta and keeps
 * its file name.
 */
export const whatsappLimits: ChannelLimits = {
  text: { max: 4096, unit: 'characters' },
  caption: 1024,
  buttons: { max: 3, title: 20, body: 1024 },
  rows: { max: 10, title: 24, body: 4096 },
  files: {
    image: { maxBytes: 5 * megabyte, mimes: ['image/jpeg', 'image/png'] },
    video,
    animation: video,
    video_note: video,
    audio: {
      maxBytes: 16 * megabyte,
      mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    },
    voice: { maxBytes: 16 * megabyte, mimes: ['audio/ogg'] },
    sticker: { maxBytes: 500 * kilobyte, mimes: ['image/webp'] },
    document: {
      maxBytes: 100 * megabyte,
      mimes: [
        'application/pdf',
        'text/plain',
        'text/csv',
        'application/msword',
        'application/vnd.ms-excel',
        'application/vnd.ms-powerpoint',
        `${office}.wordprocessingml.document`,
        `${office}.spreadsheetml.sheet`,
        `${office}.presentationml.presentation`,
      ],
    },
  },
}
