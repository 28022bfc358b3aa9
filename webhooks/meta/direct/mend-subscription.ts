import type { AccountCheck } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../graph-client.ts'
import { failureOf } from '../graph-failure.ts'
import { idAt, isRecord, type JsonRecord, listAt } from '../loose-json.ts'

/** Kinds of webhook. Without the needed ones messages are lost; a permission may be missing for a welcome one. */
export interface WantedFields {
  needed: readonly string[]
  welcome: readonly string[]
}

interface Subscription {
  state: AccountCheck['subscription']
  danger?: AccountCheck['dangers'][number]
}

/**
 * Whether our app hears of an account, and makes it so. Meta replaces the list of fields by the one it is given:
 * fields that somebody else's part of the app needs are named again.
 */
export async function mendSubscription(
  graph: GraphClient,
  account: { node: string; token: string; wanted: WantedFields; appId: string | undefined },
): Promise<Subscription> {
  const { node, token, wanted, appId } = account
  const path = `${encodeURIComponent(node)}/subscribed_apps`
  const answer = await graph.get(path, token)
  if (answer.kind !== 'answered') return { state: 'unknown' }

  const apps = (listAt(answer.body, 'data') ?? []).filter(isRecord)
  const ours = apps.filter((app) => appId === undefined || idAt(app, 'id') === appId)
  const hasAll = (app: JsonRecord) => wanted.needed.every((field) => fieldsOf(app).includes(field))
  if (ours.some(hasAll)) return { state: 'subscribed' }

  // Where nobody told which app is ours, fields of several are nobody's.
  const known = ours.length === 1 ? ours.flatMap(fieldsOf) : []
  const tries = [
    [...known, ...wanted.needed, ...wanted.welcome],
    [...known, ...wanted.needed],
  ]
  let refusal: string | undefined
  for (const fields of tries) {
    const subscribed = await graph.post(path, token, { subscribed_fields: [...new Set(fields)].join(',') })
    if (subscribed.kind === 'answered' && subscribed.body.success !== false) return { state: 'mended' }
    if (subscribed.kind !== 'answered') refusal = failureOf(subscribed).title
  }
  const title = 'Meta does not send this account to us, and refused to'
  return {
    state: 'missing',
    danger: { code: 'not-subscribed', title, ...(refusal === undefined ? {} : { detail: refusal }) },
  }
}

function fieldsOf(app: JsonRecord): string[] {
  return (listAt(app, 'subscribed_fields') ?? []).flatMap((field) => {
    // Older versions wrap each field in an object with its version.
    const name = isRecord(field) ? field.name : field
    return typeof name === 'string' ? [name] : []
  })
}
