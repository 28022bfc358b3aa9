import { createHash, createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonRecord } from '../../webhooks/meta/loose-json.ts'
import { mutateJson } from '../../webhooks/testing/mutate-json.ts'
import { becomes } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type Answer, post, signature } from './testing/post.ts'
import { world } from './testing/world.ts'

/** Real and documented calls, kept beside the project where a developer has them. */
const payloads = new URL('../../../shared/payloads/', import.meta.url)
const linkedinSecret = 'corpus-linkedin-secret'
const formsToken = 'corpus-forms-token'
const botId = '7009'

interface Call {
  name: string
  body: Buffer
  json: unknown
}

/** The calls of a network; answers and pages about it are none. */
function callsOf(folder: string): Call[] {
  const place = new URL(`${folder}/`, payloads)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith('.json') && !name.startsWith('response-') && !/lead-form/.test(name))
    .filter((name) => folder !== 'facebook_leadgen' || !/^(graph|lead-|form)/.test(name))
    .map((name) => {
      const body = readFileSync(new URL(name, place))
      return { name: `${folder}/${name}`, body, json: JSON.parse(body.toString('utf8')) }
    })
}

const meta = ['whatsapp', 'instagram', 'messenger', 'facebook_leadgen'].flatMap(callsOf)
const telegram = callsOf('telegram')
const google = callsOf('google_ads')
const linkedin = callsOf('linkedin').filter(({ name }) => /notification/.test(name))
const forms = [...callsOf('pabbly'), ...callsOf('website')]

let house: House

/** Every value under a key, anywhere. */
function valuesOf(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name === key && (typeof part === 'string' || typeof part === 'number') ? [String(part)] : []),
    ...valuesOf(part, key),
  ])
}

const accountOf = (network: string, secret: string) =>
  createHash('sha256').update(`${network}\n${secret}`).digest('hex')

/** The accounts that the calls speak of, as if somebody had connected them all. */
function accountsOf(): [network: string, externalId: string][] {
  const entryIds = (calls: Call[]) =>
    calls.flatMap(({ json }) =>
      valuesOf(
        (json as { entry?: unknown[] }).entry?.map((e) => e),
        'id',
      ),
    )
  const of = (folder: string) => meta.filter(({ name }) => name.startsWith(`${folder}/`))
  return [
    ...meta.flatMap(({ json }) => valuesOf(json, 'phone_number_id').map((id) => ['whatsapp', id] as const)),
    ...entryIds(of('instagram')).map((id) => ['instagram', id] as const),
    ...entryIds(of('messenger')).map((id) => ['messenger', id] as const),
    ...entryIds(of('facebook_leadgen')).flatMap((id) => [
      ['messenger', id] as const,
      ['facebook_leads', id] as const,
    ]),
    ...google
      .flatMap(({ json }) => [...valuesOf(json, 'google_key'), ...valuesOf(json, 'Google_key')])
      .map((key) => ['google_leads', accountOf('google_leads', key)] as const),
    ['linkedin_leads', 'organization:789'],
    ['linkedin_leads', 'sponsoredAccount:123'],
  ].map(([network, id]) => [network ?? '', id ?? ''])
}

async function connectAll() {
  for (const [network, externalId] of accountsOf()) {
    await house.sql(
      `insert into channel_account (organization_id, id, network, external_id, name)
       select id, gen_random_uuid(), $1, $2, $2 from organization order by created_at limit 1
       on conflict do nothing`,
      [network, externalId],
    )
  }
}

/** Sends everything as its network would; `again`: in another order, with white space at its end, so that no digest is known. */
async function sendAll(again = false): Promise<{ name: string; answer: Answer }[]> {
  const shuffled = <Item>(items: Item[]) => (again ? items.toSorted((a, b) => order(a) - order(b)) : items)
  const order = (item: unknown) => createHash('sha256').update(JSON.stringify(item)).digest().readUInt32BE()
  const bytesOf = ({ body }: Call) => (again ? Buffer.concat([body, Buffer.from('\n ')]) : body)
  const answers: { name: string; answer: Answer }[] = []
  const send = async (
    call: Call,
    path: string,
    headers: (body: Buffer) => Record<string, string>,
    body = bytesOf(call),
  ) => {
    answers.push({ name: call.name, answer: await post(`${house.url}${path}`, body, headers(body)) })
  }
  for (const call of shuffled(meta)) await send(call, '/webhooks/meta', signature)
  for (const call of shuffled(telegram)) {
    await send(call, '/webhooks/telegram/customer', () => ({
      'x-telegram-bot-api-secret-token': world.webhookSecret,
    }))
  }
  for (const call of shuffled(google)) await send(call, '/webhooks/google-ads', () => ({}))
  for (const call of shuffled(linkedin)) {
    await send(call, '/webhooks/linkedin', (body) => ({
      'x-li-signature': createHmac('sha256', linkedinSecret).update('hmacsha256=').update(body).digest('hex'),
    }))
  }
  for (const call of shuffled(forms)) await send(call, `/webhooks/forms/${formsToken}`, () => ({}), call.body)
  return answers
}

const tables = ['contact', 'lead', 'conversation', 'message', 'attachment', 'channel_account', 'network_task']
const counts = async () =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [table, await house.count(`select count(*) from ${table}`)]),
    ),
  )
const isWorkedOff = () =>
  becomes(() => house.count(`select count(*) from inbound_event where state = 'pending'`), 0, 60_000)

describe.skipIf(meta.length === 0)('the corpus of calls, sent as each network would send it', () => {
  beforeAll(async () => {
    house = await openHouse({
      env: {
        LINKEDIN_CLIENT_SECRET: linkedinSecret,
        FORMS_TOKEN: formsToken,
        TELEGRAM_CUSTOMER_BOT_TOKEN: `${botId}:a-customers-bot-of-the-corpus`,
      },
    })
    await connectAll()
  })
  afterAll(() => house?.close())

  test('is answered with 200, and nothing in it is dead', async () => {
    const answers = await sendAll()
    expect(answers.filter(({ answer }) => answer.status !== 200)).toEqual([])
    await isWorkedOff()
    expect(await house.sql(`select source, last_error from inbound_event where state = 'dead'`)).toEqual([])
  })

  test('has each of its WhatsApp messages stored once, as another parser finds them', async () => {
    const ids = meta
      .filter(({ name }) => name.startsWith('whatsapp/'))
      .flatMap(({ json }) => normalizeWebhook(json as never).messages.map(({ id }) => id))
    const wanted = [...new Set(ids)].filter((id) => !id.startsWith('<'))
    const stored = await house.sql<{ external_id: string; count: number }>(
      `select m.external_id, count(*)::int as count from message m where m.external_id = any($1) group by 1`,
      [wanted],
    )
    const aside = await house.sql<{ item: { externalId?: string; id?: string } }>(
      'select item from quarantined_item',
    )
    const known = new Set([
      ...stored.map(({ external_id }) => external_id),
      ...aside.flatMap(({ item }) => item?.externalId ?? item?.id ?? []),
    ])
    expect(wanted.filter((id) => !known.has(id))).toEqual([])
  })

  test('changes nothing when it comes twice more, shuffled and with other bytes', async () => {
    const before = await counts()
    await sendAll(true)
    await isWorkedOff()
    await sendAll()
    await isWorkedOff()
    expect(await counts()).toEqual(before)
  })

  test('never brings the desk down, whatever is changed in it', async () => {
    const mutated = [...meta, ...google, ...linkedin].flatMap(({ json }, index) =>
      fc.sample(mutateJson(json as JsonRecord), { numRuns: 2, seed: index }),
    )
    const statuses = new Set<number>()
    for (const call of mutated) {
      const body = JSON.stringify(call)
      statuses.add((await post(`${house.url}/webhooks/meta`, body, signature(body))).status)
    }
    for (const [index, { json }] of telegram.entries()) {
      for (const update of fc.sample(mutateJson(json as JsonRecord), { numRuns: 2, seed: index })) {
        const headers = { 'x-telegram-bot-api-secret-token': world.webhookSecret }
        const path = '/webhooks/telegram/customer'
        statuses.add((await post(`${house.url}${path}`, JSON.stringify(update), headers)).status)
      }
    }
    expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([])
    await isWorkedOff()
    expect(await house.sql(`select last_error from inbound_event where state = 'dead'`)).toEqual([])
    expect(house.app().isRunning()).toBe(true)
  })
})
