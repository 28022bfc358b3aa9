import { z } from 'zod'
import { secret } from '#core/config.ts'

/**
 * A secret that may be absent; said again on the outside, because an optional schema forgets what it wraps.
 */
export function optionalSecret(about: string) {
  return secret(about).optional().meta({ description: about, secret: true })
}

/** What every network of Meta's shares: one app, one webhook, one Graph API. */
export const metaShape = {
  META_APP_SECRET: optionalSecret('The secret of the Meta app: every webhook call is verified with it.'),
  META_VERIFY_TOKEN: optionalSecret(
    'A secret word of your choice: enter it in Meta beside the callback URL.',
  ),
  META_GRAPH_ROOT: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
    .transform((root) => root.replace(/\/+$/, ''))
    .default('https://graph.facebook.com')
    .describe('Where the Graph API answers: another address only for a simulator or a proxy.'),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'is not a version such as v26.0')
    .default('v26.0')
    .describe('The version of the Graph API.'),
}

export type MetaValues = z.output<z.ZodObject<typeof metaShape>>

/**
 * The webhook needs both: without the word Meta cannot connect it, without the secret a call proves
 * nothing.
 */
export function findMetaProblems(values: MetaValues): string[] {
  const { META_APP_SECRET, META_VERIFY_TOKEN } = values
  if (META_APP_SECRET && !META_VERIFY_TOKEN) return ['META_VERIFY_TOKEN: is missing beside META_APP_SECRET']
  if (META_VERIFY_TOKEN && !META_APP_SECRET) return ['META_APP_SECRET: is missing beside META_VERIFY_TOKEN']
  return []
}
