import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { createInstagramReader } from '../../instagram/read-instagram.ts'
import { createMessengerReader } from '../../messenger/read-messenger.ts'
import { isRecord, type JsonRecord, listAt } from '../loose-json.ts'
import { parseLosslessly } from '../parse-losslessly.ts'

/** Real and documented calls, kept beside the project where a developer has them. */
const payloads = new URL('../../../../shared/payloads/', import.meta.url)
const now = () => new Date('2026-11-20T10:00:00Z')

const corpora: [string, InboundReader][] = [
  ['instagram', createInstagramReader({ now })],
  ['messenger', createMessengerReader({ now })],
  ['facebook_leadgen', createMessengerReader({ now })],
]

for (const [name, read] of corpora) {
  const folder = new URL(`${name}/`, payloads)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.json') && !/^(response|graph)-/.test(file))
    : []
  const bodyOf = (file: string) => readFileSync(new URL(file, folder))

  describe.skipIf(files.length === 0)(`the corpus of ${name}`, () => {
    test.each(files)('%s is read whole, each event once', (file) => {
      const items = read(bodyOf(file))
      expect(items.filter(({ type }) => type === 'unreadable')).toEqual([])
      expect(items.filter(isNoSecondItem)).toHaveLength(countEvents(JSON.parse(`${bodyOf(file)}`)))
    })

    test('the same events give the same items in whatever order and however packed they come', () => {
      const entries = files.flatMap((file) => {
        const call = parseLosslessly(`${bodyOf(file)}`)
        return isRecord(call) ? (listAt(call, 'entry') ?? []) : []
      })
      const readEntries = (some: unknown[]) =>
        read(
          Buffer.from(JSON.stringify({ object: name === 'instagram' ? 'instagram' : 'page', entry: some })),
        )
          .map((item) => JSON.stringify(item))
          .toSorted()
      const once = readEntries(entries)
      fc.assert(
        fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
          expect(readEntries(shuffled)).toEqual(once)
        }),
        { numRuns: 30 },
      )
      expect(new Set(readEntries([...entries, ...entries]))).toEqual(new Set(once))
    })
  })
}

/** Delivery gives a moment beside the messages that it names, an opt-in a preference beside what was said. */
function isNoSecondItem(item: InboundItem, index: number, items: InboundItem[]): boolean {
  const before = items[index - 1]
  if (item.type === 'watermark') return before?.type !== 'delivery-state'
  return item.type !== 'preference'
}

function countEvents(call: JsonRecord): number {
  const entries = listAt(call, 'entry')
  if (entries === undefined) return 1
  const lists = entries.filter(isRecord).flatMap((entry) => [entry.messaging, entry.standby, entry.changes])
  const flat = entries.filter(isRecord).filter((entry) => entry.field !== undefined)
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).length + flat.length
}
