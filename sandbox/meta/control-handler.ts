import type { Handler, Kernel } from '../kernel.ts'
import { changePhone } from './change-phone.ts'
import { mayFlag, mayText, wantText } from './control-input.ts'
import { customerWrites, type WritingGround } from './customer-writes.ts'
import { type Fields, isFields, present } from './fields.ts'
import { type Answer, readBody, writeAnswer } from './http-exchange.ts'
import type { KeptPhone } from './phone.ts'
import { publicPhone } from './phone-book.ts'
import { Refusal } from './refusal.ts'
import { registerApp } from './register-app.ts'
import type { SendRates } from './send-rates.ts'
import { sendRaw } from './send-raw.ts'
import type { StatusJourney } from './status-journey.ts'
import type { WebhookClient } from './webhook-client.ts'

/** What the control API steers. */
export interface ControlGround extends WritingGround {
  kernel: Kernel
  journey: StatusJourney
  rates: SendRates
  client: WebhookClient
}

const largestBody = 24 * 1024 * 1024
const root = '/playground/api/'

function wantPhone({ book }: ControlGround, id: string): KeptPhone {
  const phone = book.byId(id)
  if (!phone) throw new Refusal(404, `There is no phone ${id}.`)
  return phone
}

function addPhone({ book }: ControlGround, input: Fields): Answer {
  const network = mayText(input, 'network') ?? 'whatsapp'
  if (network !== 'whatsapp') throw new Refusal(400, `Customers write on whatsapp only, not on ${network}.`)
  const optional = present({
    phone: mayText(input, 'phone'),
    userId: mayText(input, 'userId'),
    username: mayText(input, 'username'),
    language: mayText(input, 'language'),
  })
  return { status: 201, json: publicPhone(book.add({ name: wantText(input, 'name'), ...optional })) }
}

async function answerPhones(
  ground: ControlGround,
  wish: string,
  id: string,
  input: Fields,
): Promise<Answer | undefined> {
  if (wish === 'GET phones') return { status: 200, json: ground.book.all().map(publicPhone) }
  if (wish === 'POST phones') return addPhone(ground, input)
  if (wish === 'POST phones/:id/messages')
    return { status: 201, json: customerWrites(ground, wantPhone(ground, id), input) }
  if (wish === 'POST phones/:id/read') ground.journey.readAll(wantPhone(ground, id))
  else if (wish === 'PATCH phones/:id') changePhone(ground.book, ground.journey, wantPhone(ground, id), input)
  else if (wish !== 'GET phones/:id') return undefined
  return { status: 200, json: publicPhone(wantPhone(ground, id)) }
}

async function answerMeta(
  ground: ControlGround,
  wish: string,
  id: string,
  input: Fields,
): Promise<Answer | undefined> {
  const { kernel, apps, client, media, rates, options } = ground
  if (wish === 'PUT meta/app') return { status: 200, json: await registerApp(kernel, apps, client, input) }
  if (wish === 'POST meta/raw')
    return { status: 200, json: await sendRaw(kernel, apps, client, input, options.webhookTimeoutMs) }
  if (wish === 'PUT meta/rates') {
    const enabled = mayFlag(input, 'enabled')
    if (enabled === undefined) throw new Refusal(400, '"enabled" must be true or false.')
    rates.enable(enabled)
    return { status: 200, json: { enabled } }
  }
  if (wish !== 'GET meta/media/:id') return undefined
  const file = media.get(id)
  if (!file) throw new Refusal(404, `There is no file ${id}.`)
  // A customer's file is a stranger's file: the page shows it, and must never run it.
  const safe = { 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' }
  return { status: 200, bytes: file.bytes, headers: { 'content-type': file.mime, ...safe } }
}

/** Answers `/playground/api/phones*` and `/playground/api/meta/*`. */
export function createControlHandler(ground: ControlGround): Handler {
  return async (request, response, url) => {
    const path = url.pathname.startsWith(root) ? url.pathname.slice(root.length) : ''
    if (!/^(phones|meta)(\/|$)/.test(path)) return false
    const [area = '', second = '', third, ...rest] = path.split('/')
    const id = area === 'phones' ? second : (third ?? '')
    const shape = (area === 'phones' ? [second && ':id', third] : [second, third && ':id']).filter(Boolean)
    const wish = `${request.method} ${[area, ...shape, ...rest].join('/')}`
    try {
      const body = await readBody(request, largestBody)
      if (!body) throw new Refusal(413, `The body is larger than ${largestBody} bytes.`)
      const input = readInput(body)
      const answer =
        (await answerPhones(ground, wish, id, input)) ?? (await answerMeta(ground, wish, id, input))
      if (!answer) throw new Refusal(404, `The playground does not know ${request.method} ${url.pathname}.`)
      writeAnswer(response, answer)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      writeAnswer(response, { status: error.status, json: { error: error.message, ...error.more } })
    }
    return true
  }
}

function readInput(body: Buffer): Fields {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (isFields(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refusal(400, `The body is no valid JSON: ${error.message}`)
  }
  throw new Refusal(400, 'The body must be a JSON object.')
}
