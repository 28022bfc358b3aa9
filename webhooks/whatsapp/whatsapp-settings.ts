import { z } from 'zod'
import { type MetaValues, optionalSecret } from '../meta/meta-settings.ts'

const id = (about: string) =>
  z
    .string()
    .regex(/^[\w-]+$/, 'is not an id: it has letters and digits only')
    .optional()
    .describe(about)

export const whatsappShape = {
  WHATSAPP_PHONE_NUMBER_ID: id('The id (not the number) of the WhatsApp number that customers write to.'),
  WHATSAPP_BUSINESS_ACCOUNT_ID: id('The id of the WhatsApp Business Account that owns the number.'),
  WHATSAPP_ACCESS_TOKEN: optionalSecret('A system user token with the right whatsapp_business_messaging.'),
}

type WhatsappValues = MetaValues & z.output<z.ZodObject<typeof whatsappShape>>

/** WhatsApp is on when either of these is set. */
const switches = ['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN'] as const
const needed = [...switches, 'META_APP_SECRET', 'META_VERIFY_TOKEN'] as const

/** Names each setting that is missing from a WhatsApp that is switched on. */
export function findWhatsappProblems(values: WhatsappValues): string[] {
  const on = switches.find((name) => values[name] !== undefined)
  if (on === undefined) return []
  return needed
    .filter((name) => values[name] === undefined)
    .map((name) => `${name}: is missing; ${on} switches WhatsApp on, and WhatsApp needs it`)
}
