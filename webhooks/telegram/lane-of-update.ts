import { idAt, isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'

/**
 * Updates of one chat are handled in their order. A pressed button has a lane of its person instead: behind the
 * messages of a busy group it would be answered after Telegram has given up on it.
 *
 * @returns undefined for an update that belongs to no chat and no person, such as a poll's
 */
export function laneOfUpdate(update: JsonRecord): string | undefined {
  const press = recordAt(update, 'callback_query')
  if (press !== undefined) return lane('press', recordAt(press, 'from'))
  let person: string | undefined
  for (const part of Object.values(update)) {
    if (!isRecord(part)) continue
    const chat = lane('chat', recordAt(part, 'chat'))
    if (chat !== undefined) return chat
    person ??= lane('user', recordAt(part, 'from') ?? recordAt(part, 'user'))
  }
  return person
}

function lane(kind: string, owner: JsonRecord | undefined): string | undefined {
  const id = owner && idAt(owner, 'id')
  return id === undefined ? undefined : `${kind}:${id}`
}
