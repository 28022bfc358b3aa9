import type { Logger } from '../log.ts'
import { type SweepOptions, sweepMedia } from './sweep-media.ts'
import { sweepUploads } from './sweep-uploads.ts'

const everyMs = 60_000

/** Sweeps at once and then every minute; a round that found much is followed by another. */
export function openSweeper(options: SweepOptions & { log: Logger }): { close(): Promise<void> } {
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()
  const round = async () => {
    let removed = 0
    try {
      removed = (await sweepMedia(options)) + (await sweepUploads(options))
    } catch (error) {
      options.log.warn({ err: error }, 'sweeping files failed and will be tried again')
    }
    if (!closing) timer = setTimeout(start, removed > 0 ? 1_000 : everyMs)
  }
  const start = () => {
    current = round()
  }
  start()
  return {
    async close() {
      closing = true
      clearTimeout(timer)
      await current
    },
  }
}
