import { mayText } from '../control-input.ts'
import type { Fields } from '../fields.ts'
import { Refusal } from '../refusal.ts'
import type { DirectGround } from './direct-ground.ts'

/**
 * `POST /playground/api/meta/policy`: Meta blocks the Page for breaking its rules, or lifts the block (`action` is
 * block or unblock). The event names nobody who sent it. @throws {Refusal} 400, 409 without a Page
 */
export function enforcePolicy({ accounts, tell, options }: DirectGround, input: Fields): Fields {
  const action = mayText(input, 'action') ?? 'block'
  if (action !== 'block' && action !== 'unblock') throw new Refusal(400, '"action" must be block or unblock.')
  const page = accounts.latest('messenger')
  if (!page) throw new Refusal(409, 'There is no Page yet. Register one with PUT /playground/api/meta/page.')
  const at = options.now()
  const reason = 'The Page sent too many messages that people reported.'
  const policy = { action, ...(action === 'block' ? { reason } : {}) }
  const event = { recipient: { id: page.id }, timestamp: at, 'policy-enforcement': policy }
  tell.events(page, 'messaging_policy_enforcement', [event], { peer: '', at })
  return policy
}
