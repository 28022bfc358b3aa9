import type { JsonRecord } from '../meta/loose-json.ts'

/** A customers' bot and the people of the examples. */
export const bot = '7002'
export const freja = {
  id: 81001,
  is_bot: false,
  first_name: 'Freja',
  username: 'Freja_B',
  language_code: 'da',
}
export const owner = { id: 90001, is_bot: false, first_name: 'Mads' }
export const connectionId = 'conn-1'

const chat = { id: freja.id, type: 'private', first_name: 'Freja', username: 'Freja_B' }

/** A kept call, as the receiver writes it. */
export const keptCall = (update: JsonRecord): JsonRecord => ({ bot, update: { update_id: 1, ...update } })

/** A message of Freja's to the bot. */
export const messageOf = (parts: JsonRecord): JsonRecord => ({
  message_id: 11,
  from: freja,
  chat,
  date: 1_795_077_000,
  ...parts,
})

/** A message in the owner's own account. */
export const businessMessageOf = (parts: JsonRecord): JsonRecord =>
  messageOf({ business_connection_id: connectionId, ...parts })
