import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { placeholderFile } from '../meta/placeholder-files.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, plain } from './testing/staff-side.ts'
import type { Json } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ networks: true, env: { MEDIA_MAX_MB: '1' } })
})

afterEach(() => house?.clearFaults())
afterAll(() => house?.close())

const networks = ['whatsapp', 'instagram', 'messenger', 'telegram'] as const
type Network = (typeof networks)[number]

/** What a customer and the staff see of a file. */
interface Seen {
  media?: { url?: string; mime?: string }
  text?: string
  caption?: string
}

/** Somebody on a network who can send files and get them. */
interface Sender {
  card: ChatMessage
  send(message: Json): Promise<Seen>
  received(): Seen[]
}

async function sender(network: Network, name: string): Promise<Sender> {
  const words = `${name} begins`
  if (network === 'telegram') {
    const customer = await house.telegrammer(name)
    await house.telegramWrites(customer, words)
    return {
      card: await house.shown(house.owner, words),
      send: (message) =>
        house.telegramWrites(customer, message.kind === 'image' ? { ...message, kind: 'photo' } : message),
      received: () => house.telegramReceived(customer) as Seen[],
    }
  }
  const customer = await house.customer(name, network === 'whatsapp' ? {} : { network, phone: undefined })
  await house.customerWrites(customer, words)
  return {
    card: await house.shown(house.owner, words),
    send: (message) => house.customerWrites(customer, message),
    received: () => house.received(customer),
  }
}

async function bytesOf({ media }: Seen): Promise<string> {
  const answer = await fetch(`${house.sandbox.url}${media?.url}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer()).toString('base64')
}

/** A small file of the kind that opens, in base64. */
const dataOf = (kind: 'document' | 'voice') => placeholderFile(kind, '#0e7490').bytes.toString('base64')

/** Files that the bot has shown below this message or below what stands below it, oldest first. */
function filesBelow(card: ChatMessage): ChatMessage[] {
  const family = new Set([card.id])
  return house.botSays(house.owner).filter((message) => {
    if (message.replyTo === undefined || !family.has(message.replyTo)) return false
    family.add(message.id)
    return message.media !== undefined
  })
}

describe.each(networks)('%s', (network) => {
  test.each(['image', 'voice', 'document'])(
    'a customer’s %s reaches the staff byte for byte, once',
    async (kind) => {
      const { card, send } = await sender(network, `${kind} ${network} Senderova`)
      const sent = await send({ kind })
      await eventually('the file is shown', () => filesBelow(card).length > 0)
      await house.quiet()
      const files = filesBelow(card)
      expect(files).toHaveLength(1)
      expect(await bytesOf(files[0] ?? {})).toBe(await bytesOf(sent))
    },
  )

  test('the staff’s photo with its words, a document and a voice message reach the customer byte for byte, once', async () => {
    const { card, received } = await sender(network, `Getter ${network} Getterova`)
    const files = () => received().filter(({ media }) => media)
    const photo = await house.staffSends(house.owner, { kind: 'photo' }, card, `look at this on ${network}`)
    await eventually('the photo and its words are there', () => {
      const words = received().map(({ text, caption }) => caption ?? text)
      return files().length === 1 && words.includes(`look at this on ${network}`)
    })
    expect(await bytesOf(files()[0] ?? {})).toBe(await bytesOf(photo))
    const pdf = {
      kind: 'document',
      fileName: 'prices.pdf',
      mime: 'application/pdf',
      data: dataOf('document'),
    }
    await house.staffSends(house.owner, pdf, card)
    await eventually('the document is there', () => files().length === 2)
    expect(await bytesOf(files()[1] ?? {})).toBe(pdf.data)
    const voice = { kind: 'voice', mime: 'audio/ogg', data: dataOf('voice') }
    const spoken = await house.staffSends(house.owner, voice, card)
    if (network === 'instagram') {
      const told = await eventually('the voice message is refused below itself', () =>
        house.botSays(house.owner).find(({ replyTo }) => replyTo === spoken.id),
      )
      expect(plain(told.text)).toContain('Instagram takes no files of this type')
    } else {
      await eventually('the voice message is there', () => files().length === 3)
      expect(await bytesOf(files()[2] ?? {})).toBe(voice.data)
    }
    await house.quiet()
    expect(files()).toHaveLength(network === 'instagram' ? 2 : 3)
  })
})

test('while the hosts of files are down words go on, and afterwards every file is there, once', async () => {
  const people = await Promise.all(networks.map((network) => sender(network, `Patient ${network} Warten`)))
  house.fault({ target: 'graph', kind: 'http-500', method: 'lookaside/attachments/' })
  house.fault({ target: 'graph', kind: 'http-502-html', method: 'cdn/' })
  house.fault({ target: 'telegram', kind: 'http-500', method: 'getFile' })
  await Promise.all(people.map(({ send }) => send({ kind: 'image' })))
  const tries = () =>
    house.count(
      `select count(*) from attachment where state = 'waiting' and attempts > 0 and lease_until is null`,
    )
  await becomes(tries, people.length)
  const later = await Promise.all(
    people.map(async ({ send }, index) => {
      await send({ kind: 'text', text: `words go on ${index}` })
      return house.shown(house.owner, `words go on ${index}`)
    }),
  )
  expect(later).toHaveLength(people.length)
  expect(people.flatMap(({ card }) => filesBelow(card))).toEqual([])
  house.clearFaults()
  await house.sql(`update attachment set due_at = now() where state = 'waiting'`)
  await eventually('every file is shown', () => people.every(({ card }) => filesBelow(card).length > 0))
  await house.quiet()
  expect(people.map(({ card }) => filesBelow(card).length)).toEqual(people.map(() => 1))
})

test('a customer’s file that is too large says so, on Telegram and on WhatsApp', async () => {
  const telegrammer = await sender('telegram', 'Zugross Telegramm')
  const whatsapper = await sender('whatsapp', 'Zugross Whatsmann')
  await telegrammer.send({ kind: 'document', fileName: 'film.mkv', size: 30_000_000 })
  const base64 = Buffer.alloc(2_000_000, 7).toString('base64')
  await whatsapper.send({ kind: 'document', base64, filename: 'plans.bin', mime: 'application/pdf' })
  await eventually('both say so', () => {
    const said = house
      .botSays(house.owner)
      .filter(({ text }) => /is larger than what is kept here/.test(plain(text)))
    return said.length === 2
  })
})

test('an address that leads inside the house is never asked, whatever it looks like, and staff are told', async () => {
  const asked: string[] = []
  const inside = createServer((request, response) => {
    asked.push(String(request.url))
    response.end('a secret of the house')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const { port } = inside.address() as AddressInfo
  const { card } = await sender('instagram', 'Inna Innenhaus')
  const { instagramAccountId } = world.instagram
  const userId = house.sandbox.meta.phones().find(({ name }) => name === 'Inna Innenhaus')?.userId
  const addresses = [
    `http://127.0.0.1:${port}/`,
    `http://localhost.:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    `http://user@127.0.0.1:${port}/`,
  ]
  const messaging = addresses.map((url, index) => ({
    sender: { id: userId },
    recipient: { id: instagramAccountId },
    timestamp: Date.now() + index,
    message: { mid: `inside-${index}`, attachments: [{ type: 'image', payload: { url } }] },
  }))
  const body = JSON.stringify({
    object: 'instagram',
    entry: [{ id: instagramAccountId, time: Date.now(), messaging }],
  })
  await house.control('POST', '/meta/raw', { body, accountId: instagramAccountId })
  await becomes(
    () => house.count(`select count(*) from attachment where state = 'lost'`),
    addresses.length + 2,
  )
  await house.shown(house.owner, 'leads to no place of the open internet')
  await house.quiet()
  expect(filesBelow(card)).toEqual([])
  expect(asked).toEqual([])
  await new Promise((resolve) => inside.close(resolve))
})

test('a staff member’s file that is too large is refused in words below it, and nothing is sent', async () => {
  const { card, received } = await sender('whatsapp', 'Klein Geblieben')
  const big = await house.staffSends(
    house.owner,
    { kind: 'document', fileName: 'everything.zip', mime: 'application/zip', size: 150_000_000 },
    card,
  )
  const told = await eventually('it is refused below the file', () =>
    house.botSays(house.owner).find(({ replyTo }) => replyTo === big.id),
  )
  expect(plain(told.text)).toMatch(/too large|may have|larger/)
  await house.quiet()
  expect(received()).toEqual([])
})

test('names of people and every secret stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
