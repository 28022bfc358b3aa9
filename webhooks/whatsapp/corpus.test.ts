import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server'
import { describe, expect, test } from 'vitest'
import type { InboundItem, InboundMessage } from '#core/channels/inbound-item.ts'
import { createSignatureCheck } from '../meta/signature.ts'
import { createWhatsappReader } from './reading/read-whatsapp.ts'

/** Real and documented calls, kept beside the project where a developer has them. */
const payloads = new URL('../../../shared/payloads/', import.meta.url)
const folder = new URL('whatsapp/', payloads)
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('response-'))
  : []

const read = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })

describe.skipIf(files.length === 0)('the corpus of calls', () => {
  test.each(files)('%s gives as many messages, states and calls as another parser finds', (name) => {
    const body = readFileSync(new URL(name, folder))
    const json = JSON.parse(body.toString('utf8'))
    const items = read(body)
    const other = normalizeWebhook(json)
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ type }) => type === 'unreadable')).toEqual([])

    const messages = items.filter((item) => item.type === 'message')
    const states = other.statuses.filter((status) => status.type !== 'call')
    const rings = other.statuses.length - states.length
    expect(messages.filter(isNoCall)).toHaveLength(other.messages.length + countOldMessages(json))
    expect(items.filter(isState)).toHaveLength(states.length)
    expect(messages.filter((message) => !isNoCall(message))).toHaveLength(other.calls.length + rings)
  })

  test('signatures made with other tools are recognised', () => {
    const { meta } = JSON.parse(readFileSync(new URL('signature-vectors.json', payloads), 'utf8'))
    const isSigned = createSignatureCheck(meta.secret)
    for (const { bodyBase64, signature } of [meta.asciiEscaped, meta.rawUtf8]) {
      expect(isSigned(Buffer.from(bodyBase64, 'base64'), signature)).toBe(true)
    }
    expect(isSigned(Buffer.from(meta.rawUtf8.bodyBase64, 'base64'), meta.asciiEscaped.signature)).toBe(false)
  })
})

const isNoCall = (message: InboundMessage) => message.kind !== 'call'

function isState(item: InboundItem): boolean {
  return (
    item.type === 'delivery-state' || (item.type === 'channel-notice' && item.topic.startsWith('status.'))
  )
}

/** The other parser does not look into old chats: their messages are counted in the call itself. */
function countOldMessages(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce<number>((sum, part) => sum + countOldMessages(part), 0)
  return 'threads' in value && Array.isArray(value.threads)
    ? inside + value.threads.reduce((sum, { messages }) => sum + messages.length, 0)
    : inside
}
