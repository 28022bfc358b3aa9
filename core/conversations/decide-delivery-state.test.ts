import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeliveryStateName } from '../channels/inbound-item.ts'
import { decideDeliveryState } from './decide-delivery-state.ts'
import type { MessageStatus } from './message.ts'

const names: DeliveryStateName[] = ['sent', 'delivered', 'read', 'played', 'failed']
const end = (states: DeliveryStateName[]) =>
  states.reduce<MessageStatus>((status, state) => decideDeliveryState(status, state) ?? status, 'sending')

it('ends the same in whatever order and however often the network reports', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { minLength: 1 }), fc.nat(), (states, turn) => {
      const turned = [
        ...states.slice(turn % states.length),
        ...states.slice(0, turn % states.length),
        ...states,
      ]
      expect(end(turned.toReversed())).toBe(end(states))
    }),
  )
})
it('never takes back that a message has arrived', () => {
  expect(decideDeliveryState('delivered', 'failed')).toBeUndefined()
  expect(decideDeliveryState('read', 'delivered')).toBeUndefined()
})
it('believes an arrival after a failure', () => {
  expect(decideDeliveryState('failed', 'delivered')).toBe('delivered')
})
it('closes a send that nobody was sure of', () => {
  expect(decideDeliveryState('unconfirmed', 'sent')).toBe('sent')
})
