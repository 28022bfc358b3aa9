/** All that a role can give, by name; they are kept in the database under these names. */
export const permissions = [
  /** Look at leads and what belongs to them. */
  'leads.read',
  /** Claim leads, answer, note, remind, and change statuses. */
  'leads.work',
  /** Prepare answers that those who work leads send. */
  'leads.draft',
  /** Give leads to colleagues. */
  'leads.assign',
  /** Take leads back from colleagues. */
  'leads.release-others',
  /** Bring many leads in from a file. */
  'leads.import',
  /** Say that two contacts are one person, and take that back. */
  'contacts.merge',
  /** Erase a person with all that is kept of him, for good. */
  'contacts.erase',
  /** See telephone numbers and e-mail addresses as they are. */
  'phones.see',
  /** Change reminders of colleagues. */
  'reminders.others',
  /** Write quick replies for everybody. */
  'quick-replies.share',
  /** Connect and mend channels, and hear of their troubles. */
  'channels.manage',
  /** Invite and remove people, and say who may do what. */
  'team.manage',
  /** See what runs by the clock. */
  'jobs.view',
  /** Read how the whole business is doing. */
  'reports.see',
] as const

export type Permission = (typeof permissions)[number]

export const isPermission = (word: string): word is Permission => permissions.some((known) => known === word)
