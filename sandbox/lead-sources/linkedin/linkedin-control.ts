import type { Kernel } from '../../kernel.ts'
import { mayCount, mayFlag, mayText, wantText } from '../../meta/control-input.ts'
import { type Fields, isFields } from '../../meta/fields.ts'
import type { Answer } from '../../meta/http-exchange.ts'
import { Refusal } from '../../meta/refusal.ts'
import type { WebhookClient } from '../../meta/webhook-client.ts'
import type { PostLead } from '../lead-post.ts'
import { challengeApp } from './challenge-app.ts'
import { isBlocked, type LinkedinApp } from './linkedin-app.ts'
import { type LinkedinLeads, leadTypes, questions } from './linkedin-store.ts'
import { tellLead } from './tell-lead.ts'

interface Ground {
  kernel: Kernel
  client: WebhookClient
  post: PostLead
  leads: LinkedinLeads
  app(): LinkedinApp | undefined
  setApp(app: LinkedinApp): void
}

const firstAnswers = {
  firstName: 'Mira',
  lastName: 'Lindqvist',
  email: 'mira.lindqvist@example.com',
  company: 'Lindqvist AB',
}

function wantApp({ app }: Ground): LinkedinApp {
  const known = app()
  if (!known)
    throw new Refusal(
      409,
      'LinkedIn knows no app yet. Register one with PUT /playground/api/leads/linkedin/app.',
    )
  return known
}

/**
 * `PUT leads/linkedin/app` with `webhookUrl`, `clientSecret`, `organizationId`, `accessToken`: registered once the
 * receiver has met the challenge. @throws {Refusal} 400, 422 when it did not; nothing is changed then
 */
async function register(ground: Ground, input: Fields): Promise<Answer> {
  const app = {
    webhookUrl: wantText(input, 'webhookUrl'),
    clientSecret: wantText(input, 'clientSecret'),
    organizationId: wantText(input, 'organizationId'),
    accessToken: wantText(input, 'accessToken'),
    failures: 0,
  }
  if (!/^https?:\/\//.test(app.webhookUrl))
    throw new Refusal(400, '"webhookUrl" must be an http or https address.')
  const failure = await challengeApp(ground.kernel, ground.client, app)
  if (failure !== undefined) throw new Refusal(422, failure)
  ground.setApp(app)
  return { status: 200, json: { validated: true } }
}

/** `POST leads/linkedin/challenge`: what LinkedIn does about every two hours; three failures in a row block the app. */
async function challengeAgain(ground: Ground): Promise<Answer> {
  const app = wantApp(ground)
  const failure = await challengeApp(ground.kernel, ground.client, app)
  app.failures = failure === undefined ? 0 : app.failures + 1
  return {
    status: 200,
    json: { validated: failure === undefined, failures: app.failures, blocked: isBlocked(app) },
  }
}

/**
 * `POST leads/linkedin`: somebody sends the form. `answers` (name of a question to the answer), `leadType` (default
 * COMPANY), `testLead`, `submittedAt` (milliseconds), `copies` of the post, `tell: false` for one LinkedIn is silent about.
 */
async function submit(ground: Ground, input: Fields): Promise<Answer> {
  const app = wantApp(ground)
  const given = input.answers ?? firstAnswers
  if (!isFields(given)) throw new Refusal(400, '"answers" must be an object.')
  const strange = Object.keys(given).find((name) => !questions.some((question) => question.name === name))
  if (strange !== undefined)
    throw new Refusal(
      400,
      `The form asks no "${strange}", only ${questions.map(({ name }) => name).join(', ')}.`,
    )
  const leadType = mayText(input, 'leadType') ?? 'COMPANY'
  if (!leadTypes.includes(leadType))
    throw new Refusal(400, `"leadType" must be one of ${leadTypes.join(', ')}.`)
  const submittedAt = typeof input.submittedAt === 'number' ? input.submittedAt : Date.now()
  const answers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
  const lead = ground.leads.add({
    leadType,
    testLead: mayFlag(input, 'testLead') ?? false,
    submittedAt,
    answers,
  })
  const told = mayFlag(input, 'tell') !== false
  const statuses = told
    ? await tellLead(ground.post, app, lead, 'CREATED', mayCount(input, 'copies', 100))
    : []
  return { status: 201, json: { lead, statuses } }
}

/** `DELETE leads/linkedin/:id`: the person withdraws; the lead is gone and the product is told to erase it. */
async function withdraw(ground: Ground, id: string): Promise<Answer> {
  const app = wantApp(ground)
  const lead = ground.leads.get(id)
  if (!lead) throw new Refusal(404, `There is no lead ${id}.`)
  ground.leads.remove(id)
  return { status: 200, json: { statuses: await tellLead(ground.post, app, lead, 'DELETED') } }
}

/** Answers `/playground/api/leads/linkedin…`; undefined when the wish is none of its own. @throws {Refusal} */
export async function linkedinControl(
  ground: Ground,
  wish: string,
  input: Fields,
): Promise<Answer | undefined> {
  if (wish === 'PUT leads/linkedin/app') return register(ground, input)
  if (wish === 'POST leads/linkedin/challenge') return challengeAgain(ground)
  if (wish === 'POST leads/linkedin') return submit(ground, input)
  const gone = /^DELETE leads\/linkedin\/([\w-]+)$/.exec(wish)?.[1]
  return gone === undefined ? undefined : withdraw(ground, gone)
}
