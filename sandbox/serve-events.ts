import type { ServerResponse } from 'node:http'
import type { Kernel } from './kernel.ts'

const heartbeatMs = 15_000

/**
 * Streams every SandboxEvent as server-sent events until the reader goes away; a comment each 15 s keeps
 * proxies awake.
 */
export function serveEvents(kernel: Kernel, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(': open\n\n')
  const unsubscribe = kernel.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}
