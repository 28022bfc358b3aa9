import type { ChannelLimits } from '#core/channels/channel-port.ts'

const megabyte = 1024 * 1024
const image = { maxBytes: 8 * megabyte, mimes: ['image/jpeg', 'image/png', 'image/gif'] }
const video = {
  maxBytes: 25 * megabyte,
  mimes: ['video/mp4', 'video/ogg', 'video/quicktime', 'video/webm', 'video/x-msvideo'],
}
const audio = {
  maxBytes: 25 * megabyte,
  mimes: ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/wav', 'audio/x-wav', 'audio/wave'],
}
const document = { maxBytes: 25 * megabyte, mimes: ['application/pdf'] }

/** Instagram counts a text in bytes of UTF-8, and files carry no caption. */
export const instagramLimits: ChannelLimits = {
  text: { max: 1000, unit: 'bytes' },
  caption: 0,
  // Quick replies.
  buttons: { max: 13, title: 20 },
  files: { image, video, animation: video, video_note: video, audio, voice: audio, document },
}
