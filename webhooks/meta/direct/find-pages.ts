import type { Asked } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../graph-client.ts'
import { idAt, isRecord, type JsonRecord, listAt, textAt } from '../loose-json.ts'
import { sortAsked } from '../sort-asked.ts'

/** A Page with a token of its own. */
export interface OpenedPage {
  id: string
  name: string
  token: string
  /** As Meta gave it. */
  node: JsonRecord
}

/**
 * The Pages that a token opens. A Page's own token opens that Page; the token of a person or a system user opens all
 * the Pages that were assigned to it, and Meta gives the own token of each, which is the one that Messenger wants.
 *
 * @param more further fields of a Page
 */
export async function findPages(
  graph: GraphClient,
  token: string,
  more: readonly string[] = [],
): Promise<Asked<OpenedPage[]>> {
  const fields = ['id', 'name', ...more].join(',')
  const list = await graph.get('me/accounts', token, { fields: `${fields},access_token`, limit: '100' })
  if (list.kind === 'answered') {
    const pages = (listAt(list.body, 'data') ?? []).filter(isRecord).flatMap((node) => {
      const own = textAt(node, 'access_token')
      return own === undefined ? [] : [pageOf(node, own)]
    })
    return { outcome: 'found', value: pages }
  }
  const refusal = sortAsked(list)
  // A Page has no such list: then the token is its own.
  if (refusal.outcome !== 'gone') return refusal
  const own = await graph.get('me', token, { fields })
  return own.kind === 'answered' ? { outcome: 'found', value: [pageOf(own.body, token)] } : sortAsked(own)
}

function pageOf(node: JsonRecord, token: string): OpenedPage {
  const id = idAt(node, 'id') ?? ''
  return { id, name: textAt(node, 'name') ?? id, token, node }
}
