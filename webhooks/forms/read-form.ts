import type { InboundAttachment, InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { flatten } from '../leads/flatten.ts'
import { guessFields } from '../leads/guess-fields.ts'
import { personOfLead } from '../leads/person-of-lead.ts'
import { readAttribution } from '../leads/read-attribution.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { isRecord } from '../meta/loose-json.ts'
import { type FormEnvelope, formEnvelope } from './form-envelope.ts'

/** Fields of the form itself, which are no answers of the person. */
const ofTheForm =
  /^(_.*|hp_website|idempotency_key|g-recaptcha-response|h-captcha-response|cf-turnstile-response)$/

/** The reader of submitted forms of any shape. */
export function createFormReader(): InboundReader {
  return (body) => {
    const kept = cleanJson(JSON.parse(body.toString('utf8')))
    if (!isRecord(kept)) throw new SyntaxError('A kept form is a JSON object; this one is not.')
    const envelope = formEnvelope.safeParse(kept)
    if (envelope.success) return [readForm(envelope.data)]
    return [unreadable('it is not as this version keeps forms', kept)]
  }
}

function readForm(envelope: FormEnvelope): InboundItem {
  const { account, externalId, mapping = {}, files = [] } = envelope
  const all = flatten(envelope.fields)
  if (envelope.spam) {
    return unreadable('the field that people do not see was filled in', all)
  }
  const guessed = guessFields(withTypeformAnswers(all))
  const mapped = (key: 'name' | 'phone' | 'email' | 'message') => {
    const path = mapping[key]
    return (path === undefined ? undefined : all[path]) ?? guessed[key]
  }
  const answers = Object.fromEntries(
    [
      ...Object.entries(all).filter(([key]) => !ofTheForm.test(key)),
      ...files.map(({ field, name, size }) => [field, `${name} (${size} B)`] as const),
    ].filter(([, value]) => value.trim() !== ''),
  )
  return dropUndefined({
    type: 'message' as const,
    network: 'forms' as const,
    account,
    externalId,
    person: personOfLead(
      { name: mapped('name'), phone: mapped('phone'), email: mapped('email') },
      externalId,
    ),
    sentAt: new Date(envelope.receivedAt),
    kind: 'form' as const,
    body: mapped('message'),
    attachments: files.flatMap(attachmentOf),
    referral: { sourceType: 'website', ...readAttribution(all, envelope.page) },
    data: { answers },
  })
}

type KeptFile = NonNullable<FormEnvelope['files']>[number]

/** A file whose bytes are kept; of the others the answers tell. The kind is what the browser said, until it is looked at. */
function attachmentOf({ upload, name, size, mime = '' }: KeptFile): InboundAttachment[] {
  if (upload === undefined) return []
  const type = /^(image|video|audio)\//.exec(mime)?.[1] as 'image' | 'video' | 'audio' | undefined
  // Drawings with scripts in them, and what no messenger shows, are files like any other.
  const kind = type === 'image' && !/^image\/(jpeg|png|webp)$/.test(mime) ? 'document' : (type ?? 'document')
  return [{ kind, mediaId: `upload:${upload}`, fileName: name, size, ...(mime === '' ? {} : { mime }) }]
}

const unreadable = (reason: string, item: unknown): InboundItem => ({
  type: 'unreadable',
  network: 'forms',
  path: '',
  reason,
  item,
})

/**
 * Some form builders name their answers by position and say beside each what it is about (`field.ref`): then that is
 * its name for guessing.
 */
function withTypeformAnswers(all: Record<string, string>): Record<string, string> {
  const named = Object.entries(all).flatMap(([key, value]): [string, string][] => {
    const match = /^(.*\[\d+\])\.(text|email|phone_number|value|answer|label)$/.exec(key)
    const about = match && (all[`${match[1]}.field.ref`] ?? all[`${match[1]}.ref`] ?? all[`${match[1]}.name`])
    return about ? [[about, value]] : []
  })
  return { ...Object.fromEntries(named), ...all }
}
