/**
 * How a team works with its group. `group`: leads are worked on in their topics. `lobby`: leads are claimed in the group
 * and worked on in private chats, where an agent sees only his own.
 */
export const planes = ['group', 'lobby'] as const
export type Plane = (typeof planes)[number]

/** The team's group, a forum in the staff's network. */
export interface TeamDesk {
  [column: string]: unknown
  chatId: string
  title: string
  plane: Plane
  /** `broken`: it cannot be written to; until it is mended, news goes to private chats. */
  state: 'active' | 'broken'
  /** Why it is broken: one of `breakReasons`, or the network's own words. */
  reason: string | null
  /** Counts its ends: news of one end is told once. */
  version: number
  /** In which the group is spoken to: the organization's. */
  language: string
}

/** What a group can lack, by what edges call it. */
export const breakReasons = ['removed', 'no-forum', 'no-rights'] as const

/** SQL of a `TeamDesk`, from `team_desk d` and `organization o`. */
export const deskColumns = `d.chat_id as "chatId", d.title, d.plane, d.state, d.reason, d.version, o.language`
