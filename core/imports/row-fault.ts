/** What is wrong with one row; each has its sentences in `locales/`: what it is, and what to do. */
export const rowFaultCodes = [
  'nobody',
  'phone-unreadable',
  'email-unreadable',
  'username-unreadable',
  'username-taken',
  'status-unknown',
  'language-unknown',
  'owner-unknown',
  'date-unreadable',
  'too-long',
  'too-many-cells',
  'duplicate',
  'refused',
] as const
export type RowFaultCode = (typeof rowFaultCodes)[number]

/** Something that keeps a row out. */
export interface RowFault {
  code: RowFaultCode
  /** Heading of the column; null where it is about the whole row. */
  column: string | null
  /** What stands there, cut; of a duplicate, the line of the row that it repeats. */
  value: string
}
