import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import { createAnswerReader } from './read-answers.ts'

/** A kept-alive connection that carries one request at a time. */
export interface Connection {
  /** Calls back with the status of the answer. */
  send(request: Buffer, onAnswer: (status: number) => void): void
  close(): void
}

/**
 * A bare socket: an HTTP client would cost the generator more than the server that it measures.
 *
 * @param onBroken told when the server hangs up: no figure of such a run is worth anything
 */
export async function connect(
  { host, port }: { host: string; port: number },
  onBroken: (error: Error) => void,
): Promise<Connection> {
  const socket = connectSocket({ host, port, noDelay: true })
  await once(socket, 'connect')
  let waiting: ((status: number) => void) | undefined
  let closing = false
  socket.on(
    'data',
    createAnswerReader((status) => {
      const answered = waiting
      waiting = undefined
      answered?.(status)
    }),
  )
  socket.on('error', onBroken)
  socket.on('close', () => {
    if (!closing) onBroken(new Error('The server closed a connection in the middle of the load.'))
  })
  return {
    send(request, onAnswer) {
      waiting = onAnswer
      socket.write(request)
    },
    close() {
      closing = true
      socket.destroy()
    },
  }
}
