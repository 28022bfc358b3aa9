import { mayText } from '../meta/control-input.ts'
import type { Fields } from '../meta/fields.ts'
import { Refusal } from '../meta/refusal.ts'

/** Where the product takes leads, and what it must be shown. */
export interface LeadSettings {
  /** `http://127.0.0.1:3000`, without a slash at the end. */
  appUrl?: string
  googleKey?: string
  /** Stands in the path of the forms endpoint and of the one for other tools. */
  formsToken?: string
}

const keys = ['appUrl', 'googleKey', 'formsToken'] as const

/** `PUT /playground/api/leads/settings`: what is named is changed, the rest stays. @throws {Refusal} 400 */
export function changeSettings(settings: LeadSettings, input: Fields): LeadSettings {
  const url = mayText(input, 'appUrl')
  if (url !== undefined && !URL.canParse(url))
    throw new Refusal(400, '"appUrl" must be an http or https address.')
  for (const key of keys) {
    const value = mayText(input, key)
    if (value !== undefined) settings[key] = key === 'appUrl' ? value.replace(/\/+$/, '') : value
  }
  return settings
}

/** The address to post to: `url` of the wish, or `path` at the product. @throws {Refusal} 400, 409 while it is unknown */
export function addressOf({ appUrl }: LeadSettings, input: Fields, path: string): string {
  const given = mayText(input, 'url')
  if (given !== undefined && !/^https?:\/\//.test(given))
    throw new Refusal(400, '"url" must be an http or https address.')
  if (given !== undefined) return given
  if (appUrl === undefined)
    throw new Refusal(
      409,
      'Nobody said yet where the product is. Give "url", or PUT /playground/api/leads/settings.',
    )
  return `${appUrl}${path}`
}
