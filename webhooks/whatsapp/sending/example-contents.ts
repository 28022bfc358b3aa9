import { Readable } from 'node:stream'
import type { OutboundContent, OutboundFile, TemplateContent } from '#core/channels/outbound-content.ts'

/** A small stored file; `changes` make it another. */
export function fileOf(changes: Partial<OutboundFile> = {}): OutboundFile {
  const bytes = Buffer.from('a loaf of rye')
  return {
    kind: 'image',
    mime: 'image/jpeg',
    fileName: 'rye.jpg',
    size: bytes.length,
    open: async () => Readable.from([bytes]),
    link: () => 'https://desk.example/files/rye.jpg?signed',
    ...changes,
  }
}

/** A template with a variable; `changes` make it another. */
export function templateOf(changes: Partial<TemplateContent> = {}): TemplateContent {
  return {
    kind: 'template',
    name: 'order_ready',
    language: 'en_US',
    components: [{ type: 'BODY', text: 'Hello {{1}}, your order is ready.' }],
    variables: { '1': 'Marina' },
    body: 'Hello Marina, your order is ready.',
    ...changes,
  }
}

/** One content of each kind that WhatsApp carries, besides a text. */
export const contentsOfEachKind: OutboundContent[] = [
  { kind: 'file', file: fileOf(), caption: 'Fresh' },
  { kind: 'reaction', target: 'wamid.MARINA1', emoji: '🥖' },
  { kind: 'location', latitude: 53.54, longitude: 9.98, name: 'Harbour Bakery', address: 'Quay 1' },
  { kind: 'buttons', body: 'Sliced?', buttons: [{ id: 'yes', title: 'Yes' }] },
  {
    kind: 'list',
    body: 'Which bread?',
    button: 'Breads',
    sections: [{ rows: [{ id: 'rye', title: 'Rye', description: 'dark' }] }],
  },
  { kind: 'contact-request', body: 'May we have your number?' },
  templateOf(),
]
