import { z } from 'zod'
import { type MetaValues, optionalSecret } from '../meta/meta-settings.ts'

export const messengerShape = {
  MESSENGER_PAGE_ID: z
    .string()
    .regex(/^\d+$/, 'is not an id: it has digits only')
    .optional()
    .describe('The id (not the name) of the Facebook Page that customers write to. Its lead ads come too.'),
  MESSENGER_PAGE_ACCESS_TOKEN: optionalSecret(
    "The Page's own token, with pages_messaging; for lead ads with leads_retrieval too.",
  ),
}

type MessengerValues = MetaValues & z.output<z.ZodObject<typeof messengerShape>>

/** Messenger is on when either of these is set. */
const switches = ['MESSENGER_PAGE_ID', 'MESSENGER_PAGE_ACCESS_TOKEN'] as const
const needed = [...switches, 'META_APP_SECRET', 'META_VERIFY_TOKEN'] as const

/** Names each setting that is missing from a Messenger that is switched on. */
export function findMessengerProblems(values: MessengerValues): string[] {
  const on = switches.find((name) => values[name] !== undefined)
  if (on === undefined) return []
  return needed
    .filter((name) => values[name] === undefined)
    .map((name) => `${name}: is missing; ${on} switches Messenger on, and Messenger needs it`)
}
