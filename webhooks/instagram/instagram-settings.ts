import { z } from 'zod'
import { type MetaValues, optionalSecret } from '../meta/meta-settings.ts'

export const instagramShape = {
  INSTAGRAM_ACCOUNT_ID: z
    .string()
    .regex(/^\d+$/, 'is not an id: it has digits only')
    .optional()
    .describe('The id (not the name) of the Instagram professional account that customers write to.'),
  INSTAGRAM_ACCESS_TOKEN: optionalSecret(
    "Instagram Login: the account's own token (it begins with IG). Facebook Login: the token of the Page linked to it.",
  ),
  INSTAGRAM_APP_SECRET: optionalSecret(
    'Instagram Login only: the secret of the Instagram app, which stands beside the one of the Meta app.',
  ),
}

type InstagramValues = MetaValues & z.output<z.ZodObject<typeof instagramShape>>

/** Instagram is on when either of these is set. */
const switches = ['INSTAGRAM_ACCOUNT_ID', 'INSTAGRAM_ACCESS_TOKEN'] as const
const needed = [...switches, 'META_APP_SECRET', 'META_VERIFY_TOKEN'] as const

/** Names each setting that is missing from an Instagram that is switched on. */
export function findInstagramProblems(values: InstagramValues): string[] {
  const on = switches.find((name) => values[name] !== undefined)
  if (on === undefined) return []
  return needed
    .filter((name) => values[name] === undefined)
    .map((name) => `${name}: is missing; ${on} switches Instagram on, and Instagram needs it`)
}
