import { z } from 'zod'

/** What an admin may set for a form: kept with its channel account as plain text. */
export interface FormSettings {
  /** Origins (`https://www.example.org`) whose pages may post; empty: no browser of another site may. */
  origins: string[]
  /** Where a browser goes after a form without script. */
  thanksUrl: string | undefined
  /** The field that people do not see. */
  honeypot: string[]
  /** Which field is what: `{"name": "contact.full_name", "phone": "answers[2].phone_number"}`. */
  mapping: Record<string, string> | undefined
}

const usualHoneypots = ['_gotcha', '_honeypot', 'hp_website', '_hp']
const mapping = z.record(z.string(), z.string())

/** Reads an account's settings; what makes no sense counts as not set, since a form must not be lost for it. */
export function readFormSettings(settings: Record<string, string>): FormSettings {
  const list = (text = '') => text.split(/[\s,]+/).filter((part) => part !== '')
  return {
    origins: list(settings.origins),
    thanksUrl: settings.thanksUrl && URL.canParse(settings.thanksUrl) ? settings.thanksUrl : undefined,
    honeypot: [...usualHoneypots, ...list(settings.honeypot)],
    mapping: readMapping(settings.mapping),
  }
}

function readMapping(text: string | undefined): Record<string, string> | undefined {
  if (!text) return undefined
  try {
    const read = mapping.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
