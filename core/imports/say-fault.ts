import type { Say } from '../i18n.ts'
import type { RowFault, RowFaultCode } from './row-fault.ts'

const faultKeys: Record<RowFaultCode, string> = {
  nobody: 'import-fault-nobody',
  'phone-unreadable': 'import-fault-phone',
  'email-unreadable': 'import-fault-email',
  'username-unreadable': 'import-fault-username',
  'username-taken': 'import-fault-username-taken',
  'status-unknown': 'import-fault-status',
  'language-unknown': 'import-fault-language',
  'owner-unknown': 'import-fault-owner',
  'date-unreadable': 'import-fault-date',
  'too-long': 'import-fault-long',
  'too-many-cells': 'import-fault-cells',
  duplicate: 'import-fault-duplicate',
  refused: 'import-fault-refused',
}

/** What is wrong with a row and what to do about it, as plain text: escape it where it is shown. */
export const sayFault = (say: Say, { code, column, value }: RowFault): string =>
  say(faultKeys[code], { column: column ?? '', value })
