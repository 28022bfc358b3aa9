/** The networks whose accounts are made here: nothing but a secret of ours names them. */
export const formNetworks = ['forms', 'google_leads'] as const
export type FormNetwork = (typeof formNetworks)[number]

/** Why a form that a person removed is stopped. */
export const formRemoved = { code: 'form-removed', title: 'A person removed this form' }

/** What a field of a form can be to a lead; `id` is what makes a submission unlike all others. */
export const formFields = ['name', 'phone', 'email', 'message', 'id'] as const
export type FormField = (typeof formFields)[number]

/** What owners set for a website form. */
export interface FormSettings {
  /** Origins (`https://www.example.org`) whose pages may post. */
  origins: string[]
  /** Where a browser goes after a form without script; null: nowhere. */
  thanksUrl: string | null
  /** Which field is what: `{ name: 'contact.full_name' }`. Fields that are not named are guessed. */
  mapping: Partial<Record<FormField, string>>
  /** The field that people do not see, beside the usual ones; null: none. */
  honeypot: string | null
}

/** An account's settings are plain texts: what is set of a form, written as such. */
export function writeFormSettings(changes: Partial<FormSettings>): Record<string, string> {
  const { origins, thanksUrl, mapping, honeypot } = changes
  return {
    ...(origins ? { origins: origins.join(' ') } : {}),
    ...(thanksUrl === undefined ? {} : { thanksUrl: thanksUrl ?? '' }),
    ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
    ...(honeypot === undefined ? {} : { honeypot: honeypot ?? '' }),
  }
}

/** Reads them again; what makes no sense counts as not set. */
export function readFormSettings(settings: Record<string, string>): FormSettings {
  return {
    origins: (settings.origins ?? '').split(/[\s,]+/).filter((part) => part !== ''),
    thanksUrl: settings.thanksUrl || null,
    mapping: readMapping(settings.mapping),
    honeypot: settings.honeypot || null,
  }
}

function readMapping(text: string | undefined): FormSettings['mapping'] {
  try {
    const read: unknown = JSON.parse(text || '{}')
    if (typeof read !== 'object' || read === null) return {}
    const known = formFields.map((field) => [field, (read as Record<string, unknown>)[field]] as const)
    return Object.fromEntries(known.filter(([, path]) => typeof path === 'string' && path !== ''))
  } catch {
    return {}
  }
}
