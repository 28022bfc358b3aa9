import type { Handler } from '../kernel.ts'
import { answerMetaControl } from './answer-meta-control.ts'
import { answerPhoneControl } from './answer-phone-control.ts'
import type { ControlGround } from './control-ground.ts'
import { type Fields, isFields } from './fields.ts'
import { readBody, writeAnswer } from './http-exchange.ts'
import { Refusal } from './refusal.ts'

const largestBody = 24 * 1024 * 1024
const root = '/playground/api/'

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
      const origin = ground.options.publicUrl() ?? `http://${request.headers.host ?? url.host}`
      const answer =
        answerPhoneControl(ground, wish, id, input, origin) ??
        (await answerMetaControl(ground, wish, id, input))
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
