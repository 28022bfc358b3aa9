import type { Fields } from '../fields.ts'
import { longNumber } from '../leadgen/long-number.ts'
import type { Template } from '../template.ts'

/** The head of every notice about a template. */
export function aboutTemplate({ id, name, language }: Template): Fields {
  return {
    message_template_id: longNumber(id),
    message_template_name: name,
    message_template_language: language,
  }
}

/** `value` of `message_template_status_update` for the status a template has. */
export function templateStatus(template: Template): Fields {
  const rejection = {
    reason: 'Two variables stand next to each other without words between them.',
    recommendation: 'Put words between the variables.',
  }
  return {
    event: template.status,
    ...aboutTemplate(template),
    reason: template.rejected_reason ?? 'NONE',
    message_template_category: template.category,
    ...(template.status === 'REJECTED' ? { rejection_info: rejection } : {}),
  }
}
