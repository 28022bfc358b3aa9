import type { Work } from '../command.ts'

/** How long a wizard waits for its member's next step, in hours. */
export const wizardHours = 24

/** Where a wizard's state is sealed for. */
export const wizardPlace = (organizationId: string, memberId: string): string =>
  `wizard/${organizationId}/${memberId}`

/** A wizard is its member's alone: only he reads it and goes on with it. */
export function memberOf({ actor }: Pick<Work, 'actor'>): string {
  if (actor.kind !== 'member') throw new Error('Only members have wizards.')
  return actor.memberId
}
