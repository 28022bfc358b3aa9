import { expect, it } from 'vitest'
import type { InboundMessage } from '../../channels/inbound-item.ts'
import { decideOrigin } from './decide-origin.ts'

const origin = (more: Pick<InboundMessage, 'echo' | 'history'>) => decideOrigin(more as InboundMessage)

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
