import type { Sandbox } from '../../open-sandbox.ts'
import type { Json } from './whatsapp-call.ts'

/** Asks the sandbox's control API. @throws with what it answered when it refuses */
export async function control(sandbox: Sandbox, method: string, path: string, body?: Json): Promise<Json> {
  const answer = await fetch(`${sandbox.url}/playground/api${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${method} ${path}: ${text}`)
  return text === '' ? {} : (JSON.parse(text) as Json)
}
