import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { signRequests } from './signed-requests.ts'
import { bodyOf, messageIdOf, personOf, type Traffic } from './whatsapp-bodies.ts'

const target = { host: 'desk.test', path: '/webhooks/whatsapp', secret: 'secret' }
const messages: Traffic = { kind: 'messages', run: 'T0', people: 50 }

test('each request is whole, and signed over exactly the bytes of its body', () => {
  // Enough to need more than one slab.
  const requests = signRequests(target, messages, 30_000)
  for (const index of [0, 1, 6_000, 19_999, 29_999]) {
    const [head = '', body = ''] = requests.at(index).toString().split('\r\n\r\n')
    expect(body).toBe(bodyOf(messages, index))
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`)
    expect(head).toContain(`sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`)
  }
})

test('a message is as long as a real one, and has an id of its own', () => {
  expect(bodyOf(messages, 7).length).toBeGreaterThan(540)
  expect(bodyOf(messages, 7).length).toBeLessThan(620)
  expect(new Set(Array.from({ length: 1_000 }, (_, index) => messageIdOf('T0', index))).size).toBe(1_000)
})

test('everybody writes, and nobody twice in a row', () => {
  const order = Array.from({ length: 100 }, (_, index) => personOf(index, 50))
  expect(new Set(order.slice(0, 50)).size).toBe(50)
  expect(order.some((person, index) => person === order[index + 1])).toBe(false)
})

test('each message of ours is sent, delivered and read, each once', () => {
  const states: Traffic = { kind: 'states', messages: 30 }
  const told = Array.from({ length: 90 }, (_, index) => {
    const [, id, state] = /"id":"(wamid\.out\.\d+)","status":"(\w+)"/.exec(bodyOf(states, index)) ?? []
    return `${id} ${state}`
  })
  expect(new Set(told).size).toBe(90)
  expect(told.filter((line) => line.endsWith(' read'))).toHaveLength(30)
})
