import { toast } from './toast.js'
import { words } from './words.js'

const root = '/playground/api'

/**
 * Calls the control API. Resolves to the parsed answer, or to undefined for 204. A refusal is shown to the
 * person as the server's own sentence and then thrown, so callers may stop.
 */
export async function api(method, path, body) {
  const init = { method }
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  let response
  try {
    response = await fetch(root + path, init)
  } catch (cause) {
    toast(words.top.lost)
    throw cause
  }
  if (response.status === 204) return undefined
  const answer = await response.json().catch(() => ({ error: words.failed }))
  if (response.ok) return answer
  toast(answer.error ?? words.failed)
  throw new Error(answer.error ?? words.failed)
}

/**
 * For event listeners: the refusal has been shown already, so it only must not become an unhandled
 * rejection.
 */
export function attempt(promise, then = () => {}) {
  promise.then(then, () => {})
}
