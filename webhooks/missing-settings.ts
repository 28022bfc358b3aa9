import type { SettingsOf } from '#core/config.ts'
import type { webhookSettings } from './settings.ts'

type Values = SettingsOf<typeof webhookSettings>

const ofMeta = ['META_APP_SECRET', 'META_VERIFY_TOKEN'] as const

/** What belongs to the whole app and so to the operator, by network: with it every call is verified. */
const needed: Record<string, readonly (keyof Values)[]> = {
  whatsapp: ofMeta,
  instagram: ofMeta,
  messenger: ofMeta,
  facebook_leads: ofMeta,
  linkedin_leads: ['LINKEDIN_CLIENT_SECRET'],
}

/** Instagram Login has an app secret of its own; Facebook Login does without. */
const neededSometimes: Record<string, readonly (keyof Values)[]> = { instagram: ['INSTAGRAM_APP_SECRET'] }

/**
 * Names what the server's settings lack before an account of a network can be connected.
 *
 * @param publicUrl where networks reach the server, if anybody has said so; Telegram's bots can be polled without
 */
export function missingSettings(
  values: Values,
  publicUrl: string | undefined,
  network: string,
): { missing: string[]; sometimes: string[] } {
  const lacks = (names: readonly (keyof Values)[] = []) => names.filter((name) => values[name] === undefined)
  const missing: string[] = lacks(needed[network])
  if (!publicUrl && network !== 'telegram') missing.push('PUBLIC_URL')
  return { missing, sometimes: lacks(neededSometimes[network]) }
}
