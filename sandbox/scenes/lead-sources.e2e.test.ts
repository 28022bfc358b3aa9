import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { becomes, eventually, moment } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { post } from './testing/post.ts'
import { plain } from './testing/staff-side.ts'
import type { Json } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House
const site = 'https://www.scene-gym.example'

beforeAll(async () => {
  house = await openHouse({ networks: true })
  await house.sql(`update channel_account set settings = settings || $1 where network = 'forms'`, [
    { origins: site },
  ])
})

afterEach(() => house?.clearFaults())
afterAll(() => house?.close())

const forms = () => `${house.url}/webhooks/forms/${world.formsToken}`
/** How many leads of the sources have come in with these words. */
const leadsWith = (words: string) =>
  house.count(
    `select count(*) from message where kind = 'form' and strpos(data::text || coalesce(body, ''), $1) > 0`,
    [words],
  )
const facebook = (fields: Json, more: Json = {}) => house.control('POST', '/meta/leads', { fields, ...more })

/** Makes what the desk asks the network for from time to time due now. */
const dueNow = (network: string, kind: string) =>
  house.sql(
    `update network_task t set due_at = now() - interval '1 second' from channel_account a
     where a.id = t.channel_account_id and a.network = $1 and t.kind = $2 and t.state = 'pending'`,
    [network, kind],
  )

test('a lead of a Facebook ad is fetched and shown with its answers, its ad and its campaign', async () => {
  const answers = {
    full_name: 'Frida Anzeiger',
    email: 'frida@anzeiger.example',
    phone_number: '+33639980301',
    'what_are_you_looking_for?': 'a course for beginners',
  }
  for (const words of Object.values(answers)) house.say(words)
  await facebook(answers, { adName: 'Beginners welcome', campaignName: 'Autumn of the beginners' })
  const card = await house.shown(house.owner, 'a course for beginners')
  const words = plain(card.text)
  for (const shown of ['Frida Anzeiger', '+33639980301', 'Autumn of the beginners', 'Beginners welcome'])
    expect(words).toContain(shown)
})

test('a thousand-fold answer of one webhook loses none: twenty leads in one call are twenty leads', async () => {
  await facebook({ full_name: 'Batch Viele', 'what_are_you_looking_for?': 'one of a batch' }, { count: 20 })
  await becomes(() => leadsWith('one of a batch'), 20, 30_000)
})

test('leads of an outage come by asking for them, those that were told as well come once', async () => {
  await facebook({ email: 'told@ausfall.example', full_name: 'Told Ausfall' })
  await becomes(() => leadsWith('told@ausfall.example'), 1)
  await house.control('PUT', '/meta/leads/outage', { on: true })
  for (const name of ['one', 'two', 'three'])
    await facebook({ email: `${name}@outage.example`, full_name: `Outage ${name}` })
  await house.control('PUT', '/meta/leads/outage', { on: false })
  await moment(200)
  expect(await leadsWith('@outage.example')).toBe(0)
  await dueNow('facebook_leads', 'backfill')
  await becomes(() => leadsWith('@outage.example'), 3)
  await house.shown(house.owner, 'three@outage.example')
  await house.quiet()
  await dueNow('facebook_leads', 'backfill')
  await moment(2_500)
  await house.quiet()
  expect(await leadsWith('@outage.example')).toBe(3)
  expect(await leadsWith('told@ausfall.example')).toBe(1)
})

test('a lead that Meta names while it cannot be asked comes as soon as it can', async () => {
  house.fault({ target: 'graph', kind: 'http-500' })
  await facebook({ email: 'later@geduld.example', full_name: 'Later Geduld' })
  await eventually(
    'it was asked for in vain',
    async () =>
      (await house.count(
        `select count(*) from network_task where kind = 'lead' and state = 'pending' and last_error is not null`,
      )) > 0,
  )
  house.clearFaults()
  await dueNow('facebook_leads', 'lead')
  await house.shown(house.owner, 'later@geduld.example')
  expect(await leadsWith('later@geduld.example')).toBe(1)
})

test('Google is believed with either spelling of the key and with no other key; copies are one lead; a test is shown as a test', async () => {
  const send = (more: Json) => house.control('POST', '/leads/google', more)
  const real = await send({
    fields: { FULL_NAME: 'Gustava Suche', EMAIL: 'gustava@suche.example' },
    copies: 5,
  })
  expect(real.statuses).toEqual([200, 200, 200, 200, 200])
  await house.shown(house.owner, 'gustava@suche.example')
  const tried = await send({
    fields: { FULL_NAME: 'Test Nutzer', EMAIL: 'test@nutzer.example' },
    isTest: true,
  })
  expect(tried.statuses).toEqual([200])
  expect(plain((await house.shown(house.owner, 'Test Nutzer')).text)).toContain('A test of the network')
  const forged = await send({ fields: { EMAIL: 'forged@suche.example' }, key: 'not-our-key' })
  expect(forged.statuses).toEqual([403])
  await house.quiet()
  expect(await leadsWith('gustava@suche.example')).toBe(1)
  expect(await leadsWith('forged@suche.example')).toBe(0)
})

test('LinkedIn’s challenges are met, a lead is shown with its answers, and what its writer withdraws is gone', async () => {
  const challenged = await house.control('POST', '/leads/linkedin/challenge')
  expect(challenged).toMatchObject({ validated: true, blocked: false })
  const answers = {
    firstName: 'Linna',
    lastName: 'Karriere',
    email: 'linna@karriere.example',
    company: 'Karriere AB',
    need: 'memberships for forty colleagues',
  }
  const made = await house.control('POST', '/leads/linkedin', { answers, copies: 3 })
  const card = await house.shown(house.owner, answers.need)
  expect(plain(card.text)).toContain('Linna Karriere')
  expect(plain(card.text)).toContain('Karriere AB')
  await house.quiet()
  expect(await leadsWith(answers.need)).toBe(1)
  await house.control('DELETE', `/leads/linkedin/${(made.lead as Json).id}`)
  await eventually(
    'the card holds nothing of it any more',
    () => !plain(house.chatOf(house.owner).find(({ id }) => id === card.id)?.text).includes(answers.need),
  )
  await house.quiet()
  expect(await house.tablesWith(answers.need)).toEqual([])
  expect(await house.tablesWith(answers.company)).toEqual([])
  expect(house.botSays(house.owner).filter(({ text }) => text?.includes(answers.need))).toEqual([])
})

test('a form of a website comes as the browser sends it: urlencoded, as JSON and with files, and is one lead each', async () => {
  const urlencoded = new URLSearchParams({
    name: 'Ursula Encodi',
    email: 'u@encodi.example',
    message: 'by the form',
  })
  const first = await post(forms(), urlencoded.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  })
  const json = JSON.stringify({
    contact: { full_name: 'Jasona Objekt' },
    tel: '+33 6 39 98 03 11',
    text: 'by a script',
  })
  const second = await post(forms(), json)
  const parts = new FormData()
  parts.set('Your Name', 'Multa Teilig')
  parts.set('Email address', 'm@teilig.example')
  parts.set('cv', new File(['my life'], 'cv.pdf', { type: 'application/pdf' }))
  const third = await fetch(forms(), { method: 'POST', body: parts })
  expect([first.status, second.status, third.status]).toEqual([200, 200, 200])
  expect(plain((await house.shown(house.owner, 'by the form')).text)).toContain('Ursula Encodi')
  expect(plain((await house.shown(house.owner, 'by a script')).text)).toContain('Jasona Objekt')
  const card = await house.shown(house.owner, 'Multa Teilig')
  expect(plain(card.text)).toContain('m@teilig.example')
  expect(plain(card.text)).toContain('cv.pdf')
  const cv = await house.shownFile(house.owner, card, 'document')
  expect(cv.media).toMatchObject({ fileName: 'cv.pdf' })
})

test('a form that is sent twice with one key is one lead, and so is the same form pressed twice', async () => {
  const send = (body: Json, key?: string) =>
    post(forms(), JSON.stringify(body), key ? { 'idempotency-key': key } : {})
  await send({ name: 'Doppelt Schluessel', message: 'with a key' }, 'key-1')
  await send({ name: 'Doppelt Schluessel', message: 'with a key, and other words' }, 'key-1')
  await Promise.all([1, 2, 3].map(() => send({ name: 'Doppelt Gedrueckt', message: 'pressed three times' })))
  await house.shown(house.owner, 'with a key')
  await house.shown(house.owner, 'pressed three times')
  await house.quiet()
  expect(await leadsWith('Doppelt Schluessel')).toBe(1)
  expect(await leadsWith('Doppelt Gedrueckt')).toBe(1)
})

test('a browser may send the form from the named website and from no other, and a wrong token is nobody’s', async () => {
  const ask = (origin: string) =>
    post(forms(), '', { origin, 'access-control-request-method': 'POST' }, 'OPTIONS')
  expect(await ask(site)).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': site } })
  const stranger = await ask('https://evil.example')
  expect(stranger.status).toBe(403)
  expect(stranger.headers).not.toHaveProperty('access-control-allow-origin')
  const send = (origin: string, name: string) => post(forms(), JSON.stringify({ name }), { origin })
  expect((await send(site, 'Erlaubte Herkunft')).status).toBe(200)
  expect((await send('https://evil.example', 'Fremde Herkunft')).status).toBe(403)
  expect((await post(`${house.url}/webhooks/forms/guessed-token`, '{"name":"Geraten"}')).status).toBe(404)
  await becomes(() => leadsWith('Erlaubte Herkunft'), 1)
  await house.quiet()
  expect(await leadsWith('Fremde Herkunft')).toBe(0)
})

test('any JSON of a tool such as Pabbly is a lead, whatever its shape, and nothing in it is lost', async () => {
  const body = {
    event: 'form.submitted',
    data: {
      fields: [
        { label: 'First name', value: 'Pabla' },
        { label: 'Phone', value: '+33 6 39 98 03 21' },
      ],
      customer: { fullName: 'Pabla Werkzeug', emailAddress: 'pabla@werkzeug.example' },
      extra: { deeply: { nested: ['an answer from the depths'] } },
      __proto__: { polluted: 'yes' },
    },
  }
  const sent = await house.control('POST', '/leads/json', { body, copies: 2 })
  expect(sent.statuses).toEqual([200, 200])
  const card = await house.shown(house.owner, 'an answer from the depths')
  expect(plain(card.text)).toContain('Pabla Werkzeug')
  expect(plain(card.text)).toContain('pabla@werkzeug.example')
  await house.quiet()
  expect(await leadsWith('an answer from the depths')).toBe(1)
})

test('what people say, their names, addresses and every secret stay out of the log', () => {
  expect(house.leaks()).toEqual([])
})
