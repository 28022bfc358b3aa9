import { hash } from 'node:crypto'
import type { ParameterizedContext } from 'koa'
import { v5 as uuid } from 'uuid'
import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { AccountDirectory, ListedAccount } from '#core/channels/create-directory.ts'
import { type FormSettings, readFormSettings } from '#core/channels/form-settings.ts'
import { createLimiter, type Limiter } from '#core/create-limiter.ts'
import type { Uploads } from '#core/media/create-uploads.ts'
import { answer, answerUnread } from '../answer.ts'
import type { AddressReader } from '../client-address.ts'
import { keep, notKept, type Reception, takeBody } from '../intake.ts'
import { isRecord } from '../meta/loose-json.ts'
import type { FormEnvelope } from './form-envelope.ts'
import { createSubmissionNames } from './name-submissions.ts'
import { type FormFile, type ParsedForm, parseForm } from './parse-form.ts'

export interface FormReceiverOptions {
  accounts: AccountDirectory
  addressOf: AddressReader
  uploads?: Uploads
  now?: () => Date
  /** Submissions of one address and form, per minute. */
  perAddress?: number
}

/** A form with a few long texts, or with a few files. */
const maxBytes = { text: 2 * 1024 * 1024, withFiles: 10 * 1024 * 1024 }
/** Of one form; of further ones the names and sizes are kept. */
const mostFiles = 10
const digestBytes = 16
const perAddressMinute = 30
const perFormMinute = 1_200
/** Names of fields that people do not see, as form builders and our own snippet call them. */
const usualHoneypots = ['_gotcha', '_honeypot', 'hp_website', '_hp']
const tokenShape = /^[\w-]{8,200}$/

/**
 * `POST /webhooks/forms/:token` and `/webhooks/pabbly/:token`: one submission, as JSON, urlencoded or multipart.
 * - 200 with `{"ok":true}` once it is kept, or 303 to the form's page of thanks when a browser without script sent it;
 * - 404 for a token that is nobody's; 403 from a page whose origin is not named in the form's settings;
 * - 400 for what cannot be read as a form; 413 for more than 2 MB, or 10 MB with files; 429 with `Retry-After` when one address sends too much; 503 when it cannot be
 *   kept.
 * `Idempotency-Key` (or a field `_idempotency_key`) makes sending again harmless; without one, the same form within ten
 * minutes is one. `OPTIONS` answers the browser's question for named origins.
 */
export function createFormReceiver(reception: Reception, options: FormReceiverOptions) {
  const { accounts, addressOf, now = () => new Date(), perAddress = perAddressMinute } = options
  const byAddress = createLimiter(perAddress, perAddress)
  const nameOf = createSubmissionNames()
  const byForm = createLimiter(perFormMinute, perFormMinute / 4)

  return async (ctx: ParameterizedContext): Promise<void> => {
    const token = ctx.path.split('/').at(-1) ?? ''
    const found = await findForm(ctx, reception, accounts, token)
    if (!found) return
    const settings = readFormSettings(found.settings)
    if (!allowOrigin(ctx, settings)) {
      reception.metrics.rejected('bad-origin')
      return answerUnread(ctx, 403, 'This form does not accept posts from this origin.')
    }
    if (ctx.method === 'OPTIONS') {
      answer(ctx, 204, '')
      return
    }
    const address = addressOf(ctx.req)
    if (isTooMuch(ctx, reception, byAddress, `${found.externalId}/${address}`)) return
    if (isTooMuch(ctx, reception, byForm, found.externalId)) return
    const isMultipart = /^multipart\/form-data\b/i.test(ctx.get('Content-Type'))
    const limits = {
      maxBytes: isMultipart ? maxBytes.withFiles : maxBytes.text,
      deadlineMs: reception.bodyDeadlineMs,
    }
    const body = await takeBody(ctx, reception, limits)
    if (body === undefined) return
    const form = await parseForm(body, ctx.get('Content-Type'))
    if (form === undefined) {
      reception.metrics.rejected('not-a-form')
      return answer(ctx, 400, 'The body is neither JSON nor an HTML form (urlencoded or multipart).')
    }
    const at = now()
    const key = ctx.get('Idempotency-Key')
    const externalId = nameOf({ account: found.externalId, form, key, idPath: settings.mapping.id }, at)
    const envelope = wrap(ctx, form, settings, { account: found.externalId, externalId, at })
    try {
      await keepFiles(options.uploads, found.organizationId, form.files, envelope)
    } catch (error) {
      reception.metrics.rejected('not-kept')
      ctx.app.emit('error', error, ctx)
      return answer(ctx, 503, 'The files could not be kept; send the form again.', { 'Retry-After': '5' })
    }
    const call = {
      source: 'forms' as const,
      dedupeKey: hash('sha256', `${envelope.account}\n${envelope.externalId}`, 'buffer').subarray(
        0,
        digestBytes,
      ),
      body: Buffer.from(JSON.stringify(envelope)),
    }
    if (await keep(ctx, reception, call)) thank(ctx, settings)
  }
}

async function findForm(
  ctx: ParameterizedContext,
  reception: Reception,
  accounts: AccountDirectory,
  token: string,
): Promise<ListedAccount | undefined> {
  let found: ListedAccount | undefined
  try {
    found = tokenShape.test(token) ? await accounts.find('forms', accountOfSecret('forms', token)) : undefined
  } catch (error) {
    notKept(ctx, reception, error)
    return undefined
  }
  if (found) return found
  reception.metrics.rejected('bad-secret')
  answerUnread(ctx, 404, 'There is no such form.')
  return undefined
}

/** A page of another site may post only when its origin is named; who sends no origin is no page in a browser. */
function allowOrigin(ctx: ParameterizedContext, { origins }: FormSettings): boolean {
  const origin = ctx.get('Origin')
  ctx.vary('Origin')
  if (origin === '') return true
  if (!origins.includes(origin)) return false
  ctx.set('Access-Control-Allow-Origin', origin)
  ctx.set('Access-Control-Allow-Methods', 'POST')
  ctx.set('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key')
  ctx.set('Access-Control-Max-Age', '600')
  return true
}

function isTooMuch(ctx: ParameterizedContext, reception: Reception, limiter: Limiter, key: string): boolean {
  const taken = limiter.take(key)
  if (taken.allowed) return false
  reception.metrics.rejected('too-many')
  answerUnread(ctx, 429, 'Too many submissions; try again later.', {
    'Retry-After': String(taken.afterSeconds),
  })
  return true
}

function wrap(
  ctx: ParameterizedContext,
  form: ParsedForm,
  settings: FormSettings,
  { account, externalId, at }: { account: string; externalId: string; at: Date },
): FormEnvelope {
  const fields = isRecord(form.fields) ? form.fields : {}
  const page = typeof fields._page === 'string' ? fields._page : ctx.get('Referer')
  const hidden = [...usualHoneypots, settings.honeypot ?? '']
  return {
    account,
    externalId,
    receivedAt: at.toISOString(),
    ...(page && URL.canParse(page) ? { page: page.slice(0, 2_000) } : {}),
    ...(hidden.some((name) => isFilledIn(fields[name])) ? { spam: true } : {}),
    mapping: settings.mapping,
    ...(form.files.length > 0
      ? { files: form.files.map(({ field, name, size, mime }) => ({ field, name, size, mime })) }
      : {}),
    fields: form.fields,
  }
}

/** Puts the files into the store and says in the envelope under which ids; those of robots are not wanted. */
async function keepFiles(
  uploads: Uploads | undefined,
  organizationId: string,
  files: FormFile[],
  envelope: FormEnvelope,
): Promise<void> {
  if (!uploads || envelope.spam) return
  for (const [index, { bytes, mime }] of files.slice(0, mostFiles).entries()) {
    const told = envelope.files?.[index]
    if (!told || bytes.length === 0) continue
    const id = uuid(`${envelope.account}/${envelope.externalId}/${index}`, uploadsOfForms)
    await uploads.keep(organizationId, id, { bytes, mime })
    told.upload = id
  }
}

/** The namespace of ids that are made of a submission's: the same one makes the same. */
const uploadsOfForms = 'b0f7a6e2-5d0c-4b53-9a52-3c1f0f8f6a11'

const isFilledIn = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** A script reads JSON; a browser that posted the form itself is sent on to the page that the admin has named. */
function thank(ctx: ParameterizedContext, { thanksUrl }: FormSettings): void {
  if (thanksUrl && ctx.accepts(['json', 'html']) === 'html') {
    ctx.status = 303
    ctx.set('Location', thanksUrl)
    ctx.body = ''
    return
  }
  ctx.status = 200
  ctx.type = 'application/json'
  ctx.body = '{"ok":true}'
}
