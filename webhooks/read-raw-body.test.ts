import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createRawBodyReader } from './read-raw-body.ts'

const limits = { maxBytes: 1_000_000, deadlineMs: 1000 }

function openRequest() {
  return new IncomingMessage(new Socket())
}

test('held-back large bodies cannot fill the memory, and small bodies still come through', async () => {
  const read = createRawBodyReader(200_000)
  const waiting = openRequest()
  const held = read(waiting, limits)
  waiting.push(Buffer.alloc(150_000))

  const large = openRequest()
  large.push(Buffer.alloc(100_000))
  expect(await read(large, limits)).toBe('too-busy')

  const small = openRequest()
  small.push(Buffer.from('hello'))
  small.push(null)
  expect(await read(small, limits)).toEqual(Buffer.from('hello'))

  waiting.push(null)
  expect(await held).toHaveLength(150_000)
  const next = openRequest()
  next.push(Buffer.alloc(100_000))
  next.push(null)
  expect(await read(next, limits)).toHaveLength(100_000)
})

test('a body that never ends is given up at its deadline', async () => {
  const read = createRawBodyReader()
  expect(await read(openRequest(), { ...limits, deadlineMs: 5 })).toBe('too-slow')
})
