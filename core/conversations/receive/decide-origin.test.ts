import { expect, it } from 'vitest'
import { inboundMessage } from '../../testing/write-in.ts'
import { decideOrigin } from './decide-origin.ts'

const origin = (more: Parameters<typeof inboundMessage>[1]) => decideOrigin(inboundMessage('1', more))

it('tells what the customer writes from what the business writes on its phone', () => {
  expect(origin({})).toEqual({
    manner: 'customer',
    direction: 'inbound',
    source: 'desk',
    status: 'received',
  })
  expect(origin({ echo: {} })).toEqual({
    manner: 'business',
    direction: 'outbound',
    source: 'phone',
    status: 'sent',
  })
})
it('keeps how far an old message of the business had come', () => {
  expect(origin({ echo: {}, history: { status: 'read' } })).toMatchObject({
    manner: 'import',
    status: 'read',
  })
  expect(origin({ echo: {}, history: {} })).toMatchObject({ direction: 'outbound', status: 'sent' })
  expect(origin({ history: { status: 'read' } })).toMatchObject({ direction: 'inbound', status: 'received' })
})
