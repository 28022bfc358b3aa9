import {
  type AccountGround,
  listNumbers,
  listSubscriptions,
  subscribe,
  unsubscribe,
} from './account-edges.ts'
import { requestSync } from './coexistence/request-sync.ts'
import { answerDirectCall, type DirectCallGround } from './direct/answer-direct-call.ts'
import { debugToken } from './direct/debug-token.ts'
import { type GraphCall, jsonBody, pickFields } from './graph-call.ts'
import { markRead } from './mark-read.ts'
import { type MediaStore, type StoredMedia, sha256 } from './media-store.ts'
import type { MetaApp } from './meta-app.ts'
import { accountNode, numberNode } from './number-node.ts'
import { unknownObject, unknownPath } from './problems.ts'
import { type SendGround, sendMessage } from './send-message.ts'
import {
  deleteTemplates,
  listTemplates,
  submitTemplate,
  type TemplateGround,
  templateNode,
} from './templates/template-edges.ts'
import { uploadMedia } from './upload-media.ts'

/** Everything Graph works on. */
export type GraphGround = SendGround & AccountGround & TemplateGround & DirectCallGround

type Edge = (ground: GraphGround, app: MetaApp, call: GraphCall) => unknown

const numberEdges: Record<string, Edge> = {
  'GET ': (_, app, { query }) =>
    pickFields(numberNode(app), query.get('fields'), 'WhatsAppBusinessPhoneNumber'),
  'POST messages': (ground, app, call) => {
    const body = jsonBody(call)
    return body.status === undefined
      ? sendMessage(ground, app, body)
      : markRead(ground.book, body, ground.options.now())
  },
  'POST media': ({ media }, app, call) => uploadMedia(media, app, call),
  'POST smb_app_data': (ground, app, call) => requestSync(ground, app, call),
}

const accountEdges: Record<string, Edge> = {
  'GET ': (_, app, { query }) => pickFields(accountNode(app), query.get('fields'), 'WhatsAppBusinessAccount'),
  'GET phone_numbers': (ground, _, call) => listNumbers(ground, call),
  'GET message_templates': (ground, app, call) => listTemplates(ground, app, call),
  'POST message_templates': (ground, app, call) => submitTemplate(ground, app, call),
  'DELETE message_templates': (ground, app, call) => deleteTemplates(ground, app, call),
  'GET subscribed_apps': (ground, _, call) => listSubscriptions(ground, call),
  'POST subscribed_apps': (ground, _, call) => subscribe(ground, call),
  'DELETE subscribed_apps': (ground, _, call) => unsubscribe(ground, call),
}

function showMedia(media: MediaStore, file: StoredMedia, call: GraphCall) {
  if (call.method === 'DELETE') {
    media.remove(file.id)
    return { success: true }
  }
  const owner = call.query.get('phone_number_id')
  if (owner !== null && owner !== file.phoneNumberId) throw unknownObject(call.method, call.id)
  return {
    url: media.url(file, call.origin),
    mime_type: file.mime,
    sha256: sha256(file.bytes, 'hex'),
    file_size: file.bytes.length,
    id: file.id,
    messaging_product: 'whatsapp',
  }
}

/**
 * The JSON answer of a call.
 * @throws {GraphError} 100/33 when the object does not exist for this token, 2500 for an unknown edge, and whatever
 * the edge itself refuses
 */
export async function answerGraphCall(ground: GraphGround, call: GraphCall): Promise<unknown> {
  const { apps, accounts, media, templates, options } = ground
  if (call.id === 'debug_token' && call.edge === '')
    return debugToken({ apps, accounts }, call.query.get('input_token'), options.now())
  const direct = accounts.byToken(call.token)
  if (direct) return answerDirectCall(ground, direct, call)
  const mine = (app: MetaApp | undefined) => (app?.accessToken === call.token ? app : undefined)
  const number = mine(apps.byNumber(call.id))
  const account = apps.byAccount(call.id).find((app) => mine(app))
  const key = `${call.method} ${call.edge}`
  if (number ?? account) {
    const edge = number ? numberEdges[key] : accountEdges[key]
    const app = number ?? account
    if (edge && app) return edge(ground, app, call)
  }
  const template = templates.byId(call.id)
  const owner = mine(apps.byToken(call.token))
  if (template && owner && key === 'GET ' && (template.wabaId ?? owner.wabaId) === owner.wabaId)
    return pickFields(templateNode(template), call.query.get('fields'), 'WhatsAppMessageTemplate')
  const file = media.get(call.id)
  if (file && mine(apps.byNumber(file.phoneNumberId)) && /^(GET|DELETE) $/.test(key))
    return showMedia(media, file, call)
  if (!/^\d+$/.test(call.id)) throw unknownPath(`/${call.id}`)
  const known = [...Object.keys(numberEdges), ...Object.keys(accountEdges)].some((one) =>
    one.endsWith(` ${call.edge}`),
  )
  throw known ? unknownObject(call.method, call.id) : unknownPath(`/${call.edge}`)
}
