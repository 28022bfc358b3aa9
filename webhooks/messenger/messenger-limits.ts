import type { ChannelLimits } from '#core/channels/channel-port.ts'

const file = { maxBytes: 25 * 1024 * 1024 }
const image = { ...file, mimes: ['image/jpeg', 'image/png', 'image/gif'] }
const video = {
  ...file,
  mimes: ['video/mp4', 'video/quicktime', 'video/webm', 'video/3gpp', 'video/x-msvideo'],
}
const audio = {
  ...file,
  mimes: ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/x-wav'],
}

/** Files carry no caption. What is none of these goes as a document, which may be anything. */
export const messengerLimits: ChannelLimits = {
  text: { max: 2000, unit: 'characters' },
  caption: 0,
  // Quick replies.
  buttons: { max: 13, title: 20 },
  files: { image, video, animation: video, video_note: video, audio, voice: audio, document: file },
}
