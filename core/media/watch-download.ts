/** In milliseconds, but for the bytes. */
export interface WatchLimits {
  /** The whole download, connecting included. */
  totalMs: number
  /** Within each such time ... */
  windowMs: number
  /** ... at least so many bytes must come: a byte a second is as good as silence. */
  bytesPerWindow: number
}

const usual: WatchLimits = { totalMs: 600_000, windowMs: 30_000, bytesPerWindow: 16_384 }

export class TooSlow extends Error {
  readonly code = 'too-slow'
}

/** The clock of one download: its `signal` fires when it takes too long, brings too little, or is called off. */
export function openWatch(limits: Partial<WatchLimits> = {}, outside?: AbortSignal) {
  const { totalMs, windowMs, bytesPerWindow } = { ...usual, ...limits }
  const controller = new AbortController()
  let bytes = 0
  let slow: TooSlow | undefined
  const expire = () => {
    slow = new TooSlow('The download took too long.')
    controller.abort(slow)
  }
  const late = setTimeout(expire, totalMs)
  const round = setInterval(() => {
    if (bytes < bytesPerWindow) expire()
    bytes = 0
  }, windowMs)
  const callOff = () => controller.abort(outside?.reason)
  if (outside?.aborted) callOff()
  else outside?.addEventListener('abort', callOff, { once: true })

  return {
    signal: controller.signal,
    came: (count: number) => {
      bytes += count
    },
    /** Why it was ended, when it was by this clock. */
    expired: () => slow,
    close() {
      clearTimeout(late)
      clearInterval(round)
      outside?.removeEventListener('abort', callOff)
    },
  }
}
