import type { Dialogue } from './dialogue.ts'
import { draft } from './draft.ts'
import { formSetting } from './form-setting.ts'
import { find, leadNumber } from './looking.ts'
import { newForm } from './new-form.ts'
import { newLead } from './new-lead.ts'
import { newTemplate } from './new-template.ts'
import { holiday, officeHours, officeZone } from './office-hours.ts'
import { organization } from './organization.ts'
import { leadValue, lostReason } from './outcome.ts'
import { quickReply } from './quick-reply.ts'
import { reminder } from './reminder.ts'
import { roleName } from './role-name.ts'
import { snooze } from './snooze.ts'
import { tags } from './tags.ts'
import { teamName } from './team-name.ts'
import { timeZone } from './time-zone.ts'

/** Every dialogue, by what its questions are for. */
export const dialogues: readonly Dialogue[] = [
  draft,
  formSetting,
  find,
  leadNumber,
  leadValue,
  lostReason,
  newForm,
  newLead,
  newTemplate,
  officeHours,
  officeZone,
  holiday,
  reminder,
  timeZone,
  organization,
  quickReply,
  roleName,
  teamName,
  snooze,
  tags,
]
