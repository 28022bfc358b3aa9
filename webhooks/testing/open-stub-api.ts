import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StubCall {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export type StubAnswer = (request: IncomingMessage, response: ServerResponse) => void

/** A stand-in for a network's API: remembers each call and answers as it is told. */
export async function openStubApi(answer: StubAnswer) {
  const calls: StubCall[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ path: request.url ?? '', headers: request.headers, body })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function answerWith(status: number, body: string, headers: Record<string, string> = {}): StubAnswer {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Takes the call and then closes the connection without a word. */
export const reset: StubAnswer = (request) => {
  request.socket.resetAndDestroy()
}

/** Takes the call and never answers. */
export const hang: StubAnswer = () => {
  // The server is closed by the test; until then nobody hears anything.
}
