import type { LeadStatus } from '../leads/lead.ts'

/** One line of a dialogue, or what a member of the staff notes beside it. */
export interface DemoLine {
  by: 'customer' | 'staff' | 'note'
  kind: 'text' | 'image' | 'voice' | 'document' | 'location' | 'reaction'
  body: string | null
  /** Days of silence before it; 0 when the talk simply goes on. */
  afterDays: number
  fileName?: string
}

/**
 * A dialogue as it might have been, with its end. In the texts `[a|b]` is one of several wordings, `<m|f>` the form
 * for a man or a woman (the customer), and `{name}`, `{staff}`, `{gym}`, `{day}`, `{time}`, `{class}` and `{kid}`
 * are put in for each lead.
 */
export interface DemoScript {
  ending: Exclude<LeadStatus, 'new'>
  lines: readonly DemoLine[]
  /** What a converted lead is worth, in whole units of the currency. */
  value?: number
  lostReason?: string
  /** How many days after the last line staff give up. */
  silentDays?: number
  /** Only for people who had a lead before, which ended so. */
  returning?: 'converted' | 'lost'
}

/** Everything that demo customers of one language say. */
export interface DemoLanguage {
  scripts: readonly DemoScript[]
  /** What people write who come from an ad: the network's button writes it for them. */
  adOpeners: readonly string[]
  /** What people write who come back to an open talk after some days. */
  comebacks: readonly string[]
  /** From Monday to Saturday. */
  days: readonly string[]
  /** Seven, the same ones in each language: notes tell them in that of the house. */
  times: readonly string[]
  classes: readonly string[]
  kids: readonly string[]
}

const line = (by: DemoLine['by'], kind: DemoLine['kind'], body: string | null, afterDays = 0): DemoLine => ({
  by,
  kind,
  body,
  afterDays,
})

export const customer = (text: string): DemoLine => line('customer', 'text', text)
/** The customer comes back after some days. */
export const later = (days: number, text: string): DemoLine => line('customer', 'text', text, days)
export const photo = (caption: string | null = null): DemoLine => line('customer', 'image', caption)
export const voice = (): DemoLine => line('customer', 'voice', null)
export const place = (): DemoLine => line('customer', 'location', null)
export const reaction = (emoji: string): DemoLine => line('customer', 'reaction', emoji)
export const paper = (fileName: string): DemoLine => ({ ...line('customer', 'document', null), fileName })
export const staff = (text: string): DemoLine => line('staff', 'text', text)
export const note = (text: string, afterDays = 0): DemoLine => line('note', 'text', text, afterDays)
