import {
  type AccountGround,
  listNumbers,
  listSubscriptions,
  listTemplates,
  subscribe,
  unsubscribe,
} from './account-edges.ts'
import { type GraphCall, jsonBody, pickFields } from './graph-call.ts'
import { markRead } from './mark-read.ts'
import { type MediaStore, type StoredMedia, sha256 } from './media-store.ts'
import type { MetaApp } from './meta-app.ts'
import { accountNode, numberNode } from './number-node.ts'
import { unknownObject, unknownPath } from './problems.ts'
import { type SendGround, sendMessage } from './send-message.ts'
import { uploadMedia } from './upload-media.ts'

/** Everything Graph works on. */
export type GraphGround = SendGround & AccountGround

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
}

const accountEdges: Record<string, Edge> = {
  'GET ': (_, app, { query }) => pickFields(accountNode(app), query.get('fields'), 'WhatsAppBusinessAccount'),
  'GET phone_numbers': (ground, _, call) => listNumbers(ground, call),
  'GET message_templates': (ground, _, call) => listTemplates(ground, call),
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
  const { apps, media } = ground
  const mine = (app: MetaApp | undefined) => (app?.accessToken === call.token ? app : undefined)
  const number = mine(apps.byNumber(call.id))
  const account = apps.byAccount(call.id).find((app) => mine(app))
  const key = `${call.method} ${call.edge}`
  if (number ?? account) {
    const edge = number ? numberEdges[key] : accountEdges[key]
    const app = number ?? account
    if (edge && app) return edge(ground, app, call)
  }
  const file = media.get(call.id)
  if (file && mine(apps.byNumber(file.phoneNumberId)) && /^(GET|DELETE) $/.test(key))
    return showMedia(media, file, call)
  if (!/^\d+$/.test(call.id)) throw unknownPath(`/${call.id}`)
  const known = [...Object.keys(numberEdges), ...Object.keys(accountEdges)].some((one) =>
    one.endsWith(` ${call.edge}`),
  )
  throw known ? unknownObject(call.method, call.id) : unknownPath(`/${call.edge}`)
}
