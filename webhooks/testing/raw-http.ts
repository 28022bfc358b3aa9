import { connect } from 'node:net'

/**
 * Writes bytes to a port and gathers what comes back until the other side closes, for what no polite client
 * sends.
 *
 * @param during called with a function that writes more, for bodies that dribble
 */
export function rawHttp(
  port: number,
  bytes: string | Buffer,
  during?: (write: (more: string | Buffer) => boolean) => void,
): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      during?.((more) => socket.writable && socket.write(more))
    })
    socket.on('data', (chunk) => {
      received += chunk
    })
    // A reset after the answer is one of the ways in which a refusal may end.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(received))
  })
}
