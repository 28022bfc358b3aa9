import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a part of the simulator wants to be answered. */
export interface Answer {
  status: number
  json?: unknown
  bytes?: Buffer
  text?: string
  headers?: Record<string, string>
}

/** Reads a whole request body; undefined when it is longer than `limit` bytes (the rest is then thrown away). */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= limit) parts.push(part)
  }
  return size <= limit ? Buffer.concat(parts) : undefined
}

export function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return
  const body = answer.bytes ?? answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json))
  const json = answer.json === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' }
  response.writeHead(answer.status, { ...json, 'content-length': Buffer.byteLength(body), ...answer.headers })
  response.end(body)
}
