import { syncContacts } from './coexistence/contact-sync.ts'
import { syncHistory } from './coexistence/history-sync.ts'
import type { ControlGround } from './control-ground.ts'
import { mayFlag, mayText } from './control-input.ts'
import { enforcePolicy } from './direct/enforce-policy.ts'
import { registerAccount } from './direct/register-account.ts'
import type { Fields } from './fields.ts'
import type { Answer } from './http-exchange.ts'
import { submitLead } from './leadgen/submit-lead.ts'
import type { MetaApp } from './meta-app.ts'
import { accountEvents } from './notices/account-events.ts'
import { noticeNames, sendNotice } from './notices/send-notice.ts'
import { Refusal } from './refusal.ts'
import { registerApp } from './register-app.ts'
import { sendRaw } from './send-raw.ts'

function wantNumber({ apps }: ControlGround, input: Fields): MetaApp {
  const wanted = mayText(input, 'phoneNumberId')
  const app = wanted === undefined ? apps.latest() : apps.byNumber(wanted)
  if (app) return app
  throw new Refusal(409, 'There is no business number yet. Register one with PUT /playground/api/meta/app.')
}

function wantFlag(input: Fields, key: string): boolean {
  const value = mayFlag(input, key)
  if (value === undefined) throw new Refusal(400, `"${key}" must be true or false.`)
  return value
}

/** `PUT meta/tokens/:id` with `expiresAt` (milliseconds, or null for never); `id` is a number's, an account's or a Page's. */
function limitToken({ apps, accounts }: ControlGround, id: string, { expiresAt }: Fields): void {
  const holder = apps.byNumber(id) ?? accounts.byId(id)
  if (!holder) throw new Refusal(404, `Nothing with the id ${id} has a token.`)
  if (expiresAt === null) delete holder.tokenExpiresAt
  else if (typeof expiresAt === 'number') holder.tokenExpiresAt = expiresAt
  else throw new Refusal(400, '"expiresAt" must be milliseconds since the epoch, or null.')
}

function showFile({ media }: ControlGround, id: string): Answer {
  const file = media.get(id)
  if (!file) throw new Refusal(404, `There is no file ${id}.`)
  // A customer's file is a stranger's file: the page shows it, and must never run it.
  const safe = { 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' }
  return { status: 200, bytes: file.bytes, headers: { 'content-type': file.mime, ...safe } }
}

/**
 * The switches of Lead Ads: `PUT meta/leads/outage` with `on` (true: no webhook tells of leads),
 * `PUT meta/leads/access` with `on` (false: the Page's lead access refuses the app), `DELETE meta/leads/:id`.
 */
function steerLeads({ leads }: ControlGround, wish: string, id: string, input: Fields): Fields {
  if (wish.startsWith('DELETE')) {
    if (!leads.lead(id)) throw new Refusal(404, `There is no lead ${id}.`)
    leads.remove(id)
  } else if (id === 'outage') leads.outage = wantFlag(input, 'on')
  else if (id === 'access') leads.access = wantFlag(input, 'on')
  else throw new Refusal(404, `Lead Ads have no switch "${id}"; known: outage, access.`)
  return { outage: leads.outage, access: leads.access }
}

/** Answers `/playground/api/meta/*`; undefined when the wish is none of its own. @throws {Refusal} */
export async function answerMetaControl(
  ground: ControlGround,
  wish: string,
  id: string,
  input: Fields,
): Promise<Answer | undefined> {
  const { kernel, apps, accounts, client, rates, options, outbox } = ground
  const ok = (json: unknown): Answer => ({ status: 200, json })
  switch (wish) {
    case 'PUT meta/app':
      return ok(await registerApp(kernel, apps, client, input))
    case 'PUT meta/instagram':
      return ok(await registerAccount(ground, 'instagram', input))
    case 'PUT meta/page':
      return ok(await registerAccount(ground, 'messenger', input))
    case 'GET meta/accounts':
      return ok(
        accounts
          .all()
          .map(({ network, id, name, fields, subscribed }) => ({ network, id, name, fields, subscribed })),
      )
    case 'PUT meta/tokens/:id':
      limitToken(ground, id, input)
      return ok({ id, expiresAt: input.expiresAt })
    case 'POST meta/raw':
      return ok(await sendRaw(kernel, apps, accounts, client, input, options.webhookTimeoutMs))
    case 'PUT meta/rates':
      rates.enable(wantFlag(input, 'enabled'))
      return ok({ enabled: rates.enabled() })
    case 'GET meta/notices':
      return ok({ fields: noticeNames, accountEvents: Object.keys(accountEvents) })
    case 'POST meta/notices':
      return { status: 201, json: sendNotice(ground, input) }
    case 'POST meta/contacts-sync':
      return { status: 201, json: syncContacts(outbox, wantNumber(ground, input), input, options.now()) }
    case 'POST meta/history':
      return { status: 201, json: syncHistory(ground, wantNumber(ground, input), input, options.now()) }
    case 'POST meta/policy':
      return { status: 201, json: enforcePolicy(ground, input) }
    case 'POST meta/leads':
      return { status: 201, json: submitLead(ground, input) }
    case 'PUT meta/leads/:id':
    case 'DELETE meta/leads/:id':
      return ok(steerLeads(ground, wish, id, input))
    case 'GET meta/media/:id':
      return showFile(ground, id)
    default:
      return undefined
  }
}
