import type { ServerResponse } from 'node:http'

export interface Update {
  update_id: number
  [kind: string]: unknown
}

/** The updates that Telegram keeps for a bot until it asks with a higher offset, and the question that waits for them. */
export function createUpdates() {
  const kept: Update[] = []
  let ring: (() => void) | undefined
  return {
    add(update: Update): void {
      kept.push(update)
      ring?.()
    },
    /** @param timeout how long the question may wait for news, in seconds */
    async take(response: ServerResponse, timeout: number, offset: number): Promise<Update[]> {
      while (kept[0] && kept[0].update_id < offset) kept.shift()
      if (kept.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeout * 1000)
          ring = () => {
            clearTimeout(timer)
            resolve()
          }
          response.once('close', ring)
        })
        ring = undefined
      }
      return kept.slice(0, 100)
    },
  }
}
