/** A member who answers customers. */
export interface DemoStaff {
  memberId: string
  name: string
  /** What the member reads best: leads in that language go to this member more often than not. */
  language: string | null
}

export interface HistoryOptions {
  seed: number
  now: Date
  /** At least one. */
  staff: readonly DemoStaff[]
  channelAccountId: string
  /** What the business is called in its messages. */
  gym: string
  /** IANA name of the zone whose hours people keep. */
  timeZone: string
}
