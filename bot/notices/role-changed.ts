import { tellHandedOver } from './member-removed.ts'
import { noticeOf } from './notice.ts'

/** Those who have a role work leads no more: others learn of those that they had. */
export const roleChanged = noticeOf('role.changed', (tools, { id, organizationId, data }) =>
  tellHandedOver(tools, { id, organizationId, ...data }),
)
