import type { IncomingMessage } from 'node:http'
import type { Kernel } from '../../kernel.ts'
import type { Answer } from '../../meta/http-exchange.ts'
import type { WebhookClient } from '../../meta/webhook-client.ts'
import { readJsonBody } from '../../read-body.ts'
import { challengeApp } from './challenge-app.ts'
import type { LinkedinApp } from './linkedin-app.ts'
import { formNode, responseNode } from './linkedin-nodes.ts'
import { formId, type LinkedinLeads, leadTypes } from './linkedin-store.ts'

interface Ground {
  kernel: Kernel
  client: WebhookClient
  app(): LinkedinApp | undefined
  leads: LinkedinLeads
}

const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  json: { status, code, message },
})
const activeMonths = 13

/** Versions are months and live about a year. */
function refuseVersion(given: string | string[] | undefined, now: Date): Answer | undefined {
  if (typeof given !== 'string')
    return refuse(
      400,
      'VERSION_MISSING',
      'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
    )
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(given) ?? []
  const age =
    year === undefined
      ? Number.NaN
      : (now.getUTCFullYear() - Number(year)) * 12 + now.getUTCMonth() + 1 - Number(month)
  if (age >= 0 && age <= activeMonths) return undefined
  return refuse(426, 'NONEXISTENT_VERSION', `Requested version ${given} is not active`)
}

/** `(start:1,end:2)` at `key` of a Rest.li query. */
function rangeOf(query: URLSearchParams, key: string): [number, number] {
  const text = query.get(key) ?? ''
  const bound = (name: string, otherwise: number) =>
    Number(new RegExp(`${name}:(\\d+)`).exec(text)?.[1] ?? otherwise)
  return [bound('start', 0), bound('end', Number.MAX_SAFE_INTEGER)]
}

/** `q=owner`: leads of an owner and a kind, newest first, in pages of `count` (10 unless asked, at most 100). */
function findByOwner({ leads }: Ground, app: LinkedinApp, query: URLSearchParams): Answer {
  const owner = query.get('owner') ?? ''
  const type = /leadType:(\w+)/.exec(query.get('leadType') ?? '')?.[1]
  if (query.get('q') !== 'owner' || type === undefined || !leadTypes.includes(type))
    return refuse(
      400,
      'QUERY_PARAM_NOT_ALLOWED',
      'The finder needs q=owner, owner=(…:urn…) and leadType=(leadType:…).',
    )
  if (!owner.includes(`:${app.organizationId}`))
    return refuse(403, 'ACCESS_DENIED', 'Not enough permissions to access the owner.')
  const [from, to] = rangeOf(query, 'submittedAtTimeRange')
  const all = leads
    .all()
    .filter(({ leadType, submittedAt }) => leadType === type && submittedAt >= from && submittedAt <= to)
  const start = Number(query.get('start') ?? 0) || 0
  const count = Math.min(Number(query.get('count') ?? 10) || 10, 100)
  const elements = all.slice(start, start + count).map((lead) => responseNode(lead, app.organizationId))
  return { status: 200, json: { elements, paging: { start, count, total: all.length, links: [] } } }
}

/** `leadNotifications?q=criteria`: where leads of this owner are told. */
function listSubscriptions(app: LinkedinApp, query: URLSearchParams): Answer {
  if (query.get('q') !== 'criteria' || !(query.get('owner') ?? '').includes(`:${app.organizationId}`))
    return refuse(
      400,
      'QUERY_PARAM_NOT_ALLOWED',
      'The finder needs q=criteria, owner=(value:(…:urn…)) and leadType.',
    )
  const leadType = /\w+(?=\)*$)/.exec(query.get('leadType') ?? '')?.[0] ?? ''
  if (!leadTypes.includes(leadType))
    return refuse(400, 'QUERY_PARAM_NOT_ALLOWED', `leadType must be one of ${leadTypes.join(', ')}.`)
  const owner = { organization: `urn:li:organization:${app.organizationId}` }
  return {
    status: 200,
    json: {
      elements: [{ id: 1, webhook: app.webhookUrl, owner, leadType }],
      paging: { start: 0, count: 10, links: [] },
    },
  }
}

/** `POST leadNotifications` with `webhook`, `owner` and `leadType`: told there from now on, once it met the challenge. */
async function subscribe(
  { kernel, client }: Ground,
  app: LinkedinApp,
  request: IncomingMessage,
): Promise<Answer> {
  const { webhook, leadType } = await readJsonBody(request)
  if (typeof webhook !== 'string' || !/^https?:\/\//.test(webhook))
    return refuse(400, 'INVALID_VALUE_FOR_FIELD', '/webhook :: must be an address')
  if (!leadTypes.includes(String(leadType)))
    return refuse(400, 'INVALID_VALUE_FOR_FIELD', '/leadType :: is not an enum symbol')
  const failure = await challengeApp(kernel, client, { webhookUrl: webhook, clientSecret: app.clientSecret })
  if (failure !== undefined) return refuse(400, 'WEBHOOK_VALIDATION_FAILED', failure)
  app.webhookUrl = webhook
  app.failures = 0
  return { status: 201, headers: { 'x-restli-id': '1' } }
}

/**
 * Answers `/linkedin/rest/…`: `leadFormResponses/{id}`, `leadForms/{id}`, the finder `leadFormResponses?q=owner`, and
 * `leadNotifications` to see and make the subscription.
 * Refuses, as LinkedIn does: 401 without the token, 400 without version or protocol, 426 for a version that is over.
 */
export async function answerLinkedin(ground: Ground, request: IncomingMessage, url: URL): Promise<Answer> {
  const app = ground.app()
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!app || token !== app.accessToken) return refuse(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token')
  const wrongVersion = refuseVersion(request.headers['linkedin-version'], new Date())
  if (wrongVersion) return wrongVersion
  if (request.headers['x-restli-protocol-version'] !== '2.0.0')
    return refuse(400, 'ILLEGAL_ARGUMENT', 'The header X-Restli-Protocol-Version must be 2.0.0.')
  const [, resource, id] = /^\/linkedin\/rest\/(\w+)(?:\/([^/]+))?$/.exec(url.pathname) ?? []
  if (resource === 'leadNotifications' && request.method === 'POST') return subscribe(ground, app, request)
  if (request.method !== 'GET')
    return refuse(405, 'METHOD_NOT_ALLOWED', `${request.method} is not supported.`)
  if (resource === 'leadNotifications') return listSubscriptions(app, url.searchParams)
  if (resource === 'leadFormResponses' && id === undefined) return findByOwner(ground, app, url.searchParams)
  if (resource === 'leadFormResponses') {
    const lead = ground.leads.get(decodeURIComponent(id ?? ''))
    if (lead) return { status: 200, json: responseNode(lead, app.organizationId) }
  }
  if (resource === 'leadForms' && id === String(formId))
    return { status: 200, json: formNode(app.organizationId) }
  return refuse(404, 'NOT_FOUND', `Could not find entity at ${url.pathname.slice('/linkedin'.length)}`)
}
