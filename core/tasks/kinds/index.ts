import type { TaskKind } from '../put-tasks.ts'
import type { TaskKindHandler } from '../task-kind.ts'
import { backFillLeads } from './back-fill-leads.ts'
import { checkAccount } from './check-account.ts'
import { fetchLead } from './fetch-lead.ts'
import { fetchProfile } from './fetch-profile.ts'
import { markSeen } from './mark-seen.ts'
import { submitTemplate } from './submit-template.ts'
import { syncTemplates } from './sync-templates.ts'

/** What can be asked of a network, by kind: one file each. */
export const kinds: Record<TaskKind, TaskKindHandler> = {
  lead: fetchLead,
  profile: fetchProfile,
  check: checkAccount,
  backfill: backFillLeads,
  templates: syncTemplates,
  'submit-template': submitTemplate,
  seen: markSeen,
}
