import type { StaffContext } from '../context.ts'

/** Whether a message is for us: in a private chat and in a lead's topic all are, elsewhere in the group only commands. */
export const isHeard = ({ place, message }: StaffContext): boolean =>
  !place.group || place.leadId !== undefined || /^\/\w/.test(message?.text ?? '')
