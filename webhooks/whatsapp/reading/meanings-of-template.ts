import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { templateLanguage } from './template-language.ts'

/** Events that are no status of their own: the template can be sent, as before or again. */
const sendable = new Set(['REINSTATED', 'UNARCHIVED', 'FLAGGED'])

/**
 * The four webhooks about templates in one: each says some of it, and one of Meta's examples comes under another's
 * name. The new components are not taken from here, although one of the webhooks tells them: it leaves out quick
 * replies and headers with a file, and a template that is filled by them would be refused.
 */
export function meaningsOfTemplate(value: JsonRecord): NoticeMeaning[] {
  const event = textAt(value, 'event')
  const language = textAt(value, 'message_template_language')
  return [
    dropUndefined({
      kind: 'template' as const,
      externalId: idAt(value, 'message_template_id'),
      name: textAt(value, 'message_template_name'),
      language: language && templateLanguage(language),
      status: event !== undefined && sendable.has(event) ? 'APPROVED' : event,
      quality: textAt(value, 'new_quality_score'),
      category: textAt(value, 'new_category') ?? textAt(value, 'message_template_category'),
      reason: reasonOf(value, event),
    }),
  ]
}

/** Meta's word for it, and its sentence where there is one. */
function reasonOf(value: JsonRecord, event: string | undefined): string | undefined {
  const word = textAt(value, 'reason')
  const rejection = recordAt(value, 'rejection_info') ?? {}
  const other = recordAt(value, 'other_info') ?? {}
  const parts = [
    event === 'FLAGGED' ? event : undefined,
    word === 'NONE' ? undefined : word,
    textAt(other, 'title'),
    textAt(rejection, 'reason') ?? textAt(other, 'description'),
    textAt(rejection, 'recommendation'),
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
