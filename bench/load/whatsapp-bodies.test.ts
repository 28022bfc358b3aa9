import { expect, test } from 'vitest'
import { messageBody, messageIdOf, stateBody } from './whatsapp-bodies.ts'

test('a message is as long as a real one, and has an id of its own', () => {
  const length = messageBody({ kind: 'messages', run: 'T0', people: 50 }, 7).length
  expect(length).toBeGreaterThan(540)
  expect(length).toBeLessThan(620)
  expect(new Set(Array.from({ length: 1_000 }, (_, index) => messageIdOf('T0', index))).size).toBe(1_000)
})

test('each message of ours is sent, delivered and read, each once', () => {
  const told = Array.from({ length: 90 }, (_, index) => {
    const body = stateBody({ kind: 'states', messages: 30 }, index)
    const [, id, state] = /"id":"(wamid\.out\.\d+)","status":"(\w+)"/.exec(body) ?? []
    return `${id} ${state}`
  })
  expect(new Set(told).size).toBe(90)
  expect(told.filter((line) => line.endsWith(' read'))).toHaveLength(30)
})
