import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server'
import { describe, expect, test } from 'vitest'
import type { InboundItem } from '#core/channels/inbound-item.ts'
import { createSignatureCheck } from '../meta/signature.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

/** Real and documented calls, kept beside the project where a developer has them. */
const payloads = new URL('../../../shared/payloads/', import.meta.url)
const folder = new URL('whatsapp/', payloads)
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('response-'))
  : []

const read = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })

describe.skipIf(files.length === 0)('the corpus of calls', () => {
  test.each(files)('%s gives as many messages and states as another parser finds', (name) => {
    const body = readFileSync(new URL(name, folder))
    const items = read(body)
    const other = normalizeWebhook(JSON.parse(body.toString('utf8')))
    expect(items.filter(({ type }) => type === 'unreadable')).toEqual([])
    expect(items.length).toBeGreaterThan(0)
    if (items.some(isWholeNotice)) return
    expect(items.filter(({ type }) => type === 'message')).toHaveLength(other.messages.length)
    expect(items.filter(isState)).toHaveLength(other.statuses.length)
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

function isState(item: InboundItem): boolean {
  return (
    item.type === 'delivery-state' || (item.type === 'channel-notice' && item.topic.startsWith('status.'))
  )
}

/**
 * Echoes, history and calls are kept whole for now, where the other parser counts their items as messages.
 */
function isWholeNotice(item: InboundItem): boolean {
  return item.type === 'channel-notice' && ['smb_message_echoes', 'history', 'calls'].includes(item.topic)
}
