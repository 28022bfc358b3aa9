import type { Dialogue } from './dialogue.ts'
import { formSetting } from './form-setting.ts'
import { newForm } from './new-form.ts'
import { newLead } from './new-lead.ts'
import { newTemplate } from './new-template.ts'
import { quickReply } from './quick-reply.ts'
import { reminder } from './reminder.ts'
import { timeZone } from './time-zone.ts'

/** Every dialogue, by what its questions are for. */
export const dialogues: readonly Dialogue[] = [
  formSetting,
  newForm,
  newLead,
  newTemplate,
  reminder,
  timeZone,
  quickReply,
]
