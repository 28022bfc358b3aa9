import type { FixedKind, Manner, NoticeChoice, NoticeKind } from './notice-choice.ts'

/** What is known of a member at the moment when there is news of a lead for him. */
export interface NoticeState {
  choice: NoticeChoice
  /** It is his quiet hours, or he has said that he is on a break or that his shift is over. */
  isQuiet: boolean
  /** Something of the same lead rang for him less than `burstSeconds` ago. */
  hasJustRung: boolean
}

/** What a customer writes within so many seconds rings once. */
export const burstSeconds = 60

/**
 * How news comes to a member: as he has chosen for its kind, without a sound in his quiet hours unless the kind is urgent to
 * him, and without a second sound in a burst. Being named is no part of a burst.
 */
export function decideNotice(kind: NoticeKind, { choice, isQuiet, hasJustRung }: NoticeState): Manner {
  const manner = choice.manners[kind]
  if (manner !== 'ring') return manner
  if (isQuiet && !choice.urgent.includes(kind)) return 'silent'
  return hasJustRung && kind !== 'mentions' ? 'silent' : 'ring'
}

/**
 * Whether each of several members is told of a new lead: one that nobody would be shown is shown to all, without a sound.
 */
export const decideNewLead = (manners: Manner[]): Manner[] =>
  manners.some((manner) => manner === 'ring' || manner === 'silent') ? manners : manners.map(() => 'silent')

/** Whether news that nobody chooses the manner of makes a sound for a member. What is about him is no part of a burst. */
export function decideFixed(kind: FixedKind, { isQuiet }: Pick<NoticeState, 'isQuiet'>): 'ring' | 'silent' {
  if (kind === 'personal') return isQuiet ? 'silent' : 'ring'
  return kind === 'alarm' ? 'ring' : 'silent'
}
