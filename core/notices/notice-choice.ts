/**
 * Kinds of news: leads that nobody has when they come, and what their customers write later; what the customers of one's
 * own leads write; what colleagues do with them; a note that names one.
 */
export const noticeKinds = ['new', 'free', 'own', 'colleagues', 'mentions'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * What nobody chooses the manner of, because everybody expects the same of it; it is always shown.
 * - `alarm`: the desk is in danger (a channel stopped or is about to, the group cannot be written to): rings at any hour, for
 *   those who can mend it.
 * - `personal`: it is about what one did or has (an answer of one's own did not arrive, leads handed over, another role, a
 *   template decided on, an invitation taken, a lead that nobody answers): rings, without a sound in quiet hours.
 * - `quiet`: it says more of what was told, or waits for whoever comes by (edits and unsent messages, lost files, merges and
 *   suggestions of them, whether a person can be reached, all clear of channels): never rings.
 *
 * Not among them are reminders and digests: whoever gets one has asked for it at that time.
 */
export const fixedKinds = ['alarm', 'personal', 'quiet'] as const
export type FixedKind = (typeof fixedKinds)[number]

/** How news comes: with a sound, without one, together with others in one post, or not at all. */
export const manners = ['ring', 'silent', 'digest', 'off'] as const
export type Manner = (typeof manners)[number]

/** What each kind may be. What somebody has to answer, and what is for him by name, is always shown. */
export const mannersOf: Record<NoticeKind, readonly Manner[]> = {
  new: manners,
  free: manners,
  own: ['ring', 'silent'],
  colleagues: manners,
  mentions: ['ring', 'silent'],
}

/** When what is put together comes: at the next full hour, or with the morning's digest. */
export const gatherings = ['hourly', 'morning'] as const
export type Gathering = (typeof gatherings)[number]

/** Where what is for one member comes while the team works in its group: to his own chat, or into the group alone. */
export const noticePlaces = ['private', 'group'] as const
export type NoticePlace = (typeof noticePlaces)[number]

/** What a member has chosen. */
export interface NoticeChoice {
  manners: Record<NoticeKind, Manner>
  /** Kinds that ring in quiet hours and outside of his shift too. */
  urgent: readonly NoticeKind[]
  gather: Gathering
  place: NoticePlace
}

/** Choices one tap away. */
export const noticePresets = {
  everything: { new: 'ring', free: 'ring', own: 'ring', colleagues: 'ring', mentions: 'ring' },
  mine: { new: 'off', free: 'off', own: 'ring', colleagues: 'digest', mentions: 'ring' },
  mentions: { new: 'digest', free: 'digest', own: 'silent', colleagues: 'off', mentions: 'ring' },
} as const satisfies Record<string, Record<NoticeKind, Manner>>
export type NoticePreset = keyof typeof noticePresets

/** What holds for whoever has chosen nothing. */
export const usualChoice: NoticeChoice = {
  manners: noticePresets.everything,
  urgent: ['mentions'],
  gather: 'hourly',
  place: 'private',
}

/** A choice as its row stands; null where there is none. */
export interface NoticeChoiceRow extends Record<string, unknown> {
  manners: Record<string, string> | null
  urgent: string[] | null
  gather: Gathering | null
  place: NoticePlace | null
}

/** A choice from its row. What another version of us wrote and this one does not know counts as not chosen. */
export function readChoice({ manners: chosen, urgent, gather, place }: NoticeChoiceRow): NoticeChoice {
  const mannerOf = (kind: NoticeKind) =>
    mannersOf[kind].find((manner) => manner === chosen?.[kind]) ?? usualChoice.manners[kind]
  return {
    manners: {
      new: mannerOf('new'),
      free: mannerOf('free'),
      own: mannerOf('own'),
      colleagues: mannerOf('colleagues'),
      mentions: mannerOf('mentions'),
    },
    urgent: urgent === null ? usualChoice.urgent : noticeKinds.filter((kind) => urgent.includes(kind)),
    gather: gather ?? usualChoice.gather,
    place: place ?? usualChoice.place,
  }
}

/** SQL: the columns of a choice's row, of the alias `n`. */
export const choiceColumns = 'n.manners, n.urgent, n.gather, n.place'
