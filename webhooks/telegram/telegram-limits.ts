import type { Albums, ChannelLimits } from '#core/channels/channel-port.ts'

export const mb = 1024 * 1024

/** Source: https://core.telegram.org/bots/api#sending-files */
export const limits: ChannelLimits = {
  text: { max: 4096, unit: 'characters' },
  caption: 1024,
  // A limit of ours: Telegram cuts what does not fit on a phone.
  buttons: { max: 10, title: 60 },
  files: {
    image: { maxBytes: 10 * mb, mimes: ['image/jpeg', 'image/png', 'image/webp'] },
    video: { maxBytes: 50 * mb, mimes: ['video/mp4'] },
    animation: { maxBytes: 50 * mb, mimes: ['image/gif', 'video/mp4'] },
    video_note: { maxBytes: 50 * mb, mimes: ['video/mp4'] },
    audio: { maxBytes: 50 * mb, mimes: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/aac'] },
    voice: { maxBytes: 50 * mb, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a'] },
    sticker: { maxBytes: 512 * 1024, mimes: ['image/webp', 'video/webm', 'application/x-tgsticker'] },
    document: { maxBytes: 50 * mb },
  },
}

/**
 * Source: https://core.telegram.org/bots/api#sendmediagroup. In bytes an album is what one file may be, since the call
 * has to end in the same time.
 */
export const albumRules: Omit<Albums, 'send'> = {
  max: 10,
  maxBytes: 50 * mb,
  together: [['image', 'video'], ['document'], ['audio']],
}
