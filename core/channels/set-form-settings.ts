import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'
import { findForm } from './find-form.ts'
import {
  type FormField,
  type FormSettings,
  formFields,
  readFormSettings,
  writeFormSettings,
} from './form-settings.ts'

const text = z.string().trim().max(2_000)

/**
 * Changes what is set for a website form; what is left out stays. Null, an empty list or an empty record takes it away.
 * Origins may be written as people write addresses: `example.org` and `https://example.org/contact` are both
 * `https://example.org`.
 *
 * @returns what is set now
 * @throws DeskError channel-not-found, not-a-form, form-origin-unreadable, form-thanks-unreadable, form-field-unknown,
 *   form-path-unreadable, form-honeypot-unreadable, form-honeypot-in-use
 */
export const setFormSettings = defineCommand({
  input: z.object({
    channelAccountId: z.uuid(),
    origins: z.array(text).max(20).optional(),
    thanksUrl: text.nullable().optional(),
    mapping: z.record(z.string().max(60), z.string().trim().max(200)).optional(),
    honeypot: text.nullable().optional(),
  }),
  allowed: canManageChannels,
  async run({ sql, organizationId, audit }, { channelAccountId, ...input }): Promise<FormSettings> {
    const form = await findForm(sql, organizationId, channelAccountId, 'for update')
    if (form.network !== 'forms') throw new DeskError('invalid', 'not-a-form')
    const changes: Partial<FormSettings> = {}
    if (input.origins) changes.origins = [...new Set(input.origins.map(originOf))]
    if (input.thanksUrl !== undefined) changes.thanksUrl = input.thanksUrl && thanksOf(input.thanksUrl)
    if (input.mapping) changes.mapping = mappingOf(input.mapping)
    if (input.honeypot !== undefined) changes.honeypot = input.honeypot && honeypotOf(input.honeypot)
    const next = { ...readFormSettings(form.settings), ...changes }
    refuseTrap(next)
    await sql.query(
      `update channel_account set settings = settings || $3::jsonb where organization_id = $1 and id = $2`,
      [organizationId, channelAccountId, JSON.stringify(writeFormSettings(changes))],
    )
    audit('setFormSettings', { channelAccountId, changed: Object.keys(changes) })
    return next
  },
})

function originOf(written: string): string {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isSite = url && /^https?:$/.test(url.protocol) && /^(localhost$|.*[.:])/.test(url.hostname)
  if (!isSite || /\s/.test(written))
    throw new DeskError('invalid', 'form-origin-unreadable', { origin: written })
  return url.origin
}

function thanksOf(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new DeskError('invalid', 'form-thanks-unreadable', { address: written })
  }
  return url.href
}

function mappingOf(written: Record<string, string>): FormSettings['mapping'] {
  const mapping: [FormField, string][] = Object.entries(written).map(([name, path]) => {
    const field = formFields.find((known) => known === name.trim().toLowerCase())
    if (!field) throw new DeskError('invalid', 'form-field-unknown', { name })
    if (path === '' || /\s/.test(path)) throw new DeskError('invalid', 'form-path-unreadable', { name, path })
    return [field, path]
  })
  return Object.fromEntries(mapping)
}

function honeypotOf(written: string): string {
  if (!/^[^\s,]{1,60}$/.test(written))
    throw new DeskError('invalid', 'form-honeypot-unreadable', { name: written })
  return written
}

/** A field that people fill in must not be the trap: every lead would be put aside as spam. */
function refuseTrap({ honeypot, mapping }: FormSettings): void {
  const filledIn: string[] = [...formFields, ...Object.values(mapping)]
  if (honeypot && filledIn.includes(honeypot)) {
    throw new DeskError('conflict', 'form-honeypot-in-use', { name: honeypot })
  }
}
