import { expect, test } from 'vitest'
import { createAnswerReader } from './read-answers.ts'

const answer = (status: number, body = '') =>
  `HTTP/1.1 ${status} X\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`

function read(...chunks: string[]): number[] {
  const statuses: number[] = []
  const take = createAnswerReader((status) => statuses.push(status))
  for (const chunk of chunks) take(Buffer.from(chunk))
  return statuses
}

test('answers are told one by one, however the network cuts them', () => {
  const all = answer(200) + answer(503, 'later: HTTP/1.1 200 is not here') + answer(200)
  expect(read(all)).toEqual([200, 503, 200])
  expect(read(...all)).toEqual([200, 503, 200])
})

test('an answer is not told before its body has come', () => {
  expect(read(answer(200, 'body').slice(0, -1))).toEqual([])
})

test('an answer whose end cannot be known is an error, not a figure', () => {
  expect(() => read('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')).toThrow(/Content-Length/)
})
