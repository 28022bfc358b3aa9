/** Words and things in one bubble, whoever wrote it. */
export interface Content {
  kind: string
  text?: string
  media?: { mime: string; filename?: string; url?: string }
  location?: { latitude: number; longitude: number; name?: string; address?: string }
  contacts?: { name: string; phone: string }[]
  /** What the customer may tap under a message of the business: `id` comes back as the payload. */
  buttons?: { id: string; title: string; url?: string }[]
  /** The buttons are quick replies, which vanish with the tap and come back as a message. */
  quick?: boolean
  /** Label of the button that opens a list, and the rows of the list. */
  listTitle?: string
  rows?: { id: string; title: string; description?: string }[]
  referral?: Referral
  /** A comment under a post: on which account and under what, and whether it has had its one private reply. */
  comment?: { accountId: string; mediaId: string; answered?: boolean }
}

/** The advertisement that brought the customer here. */
export interface Referral {
  sourceUrl: string
  headline: string
  body: string
  /** Id of the advertisement. */
  sourceId: string
  /** WhatsApp only. */
  ctwaClid?: string
  /** The `ref` of the link or the advertisement; Instagram and Messenger only. */
  ref?: string
}

export interface PhoneMessage extends Content {
  /** The wamid. */
  id: string
  from: 'customer' | 'business'
  /** Milliseconds since the epoch. */
  at: number
  /** Only on messages of the business. */
  status?: 'sent' | 'delivered' | 'read'
  /** Only on messages of the customer: the business has read it (blue ticks). */
  seen?: boolean
  replyTo?: string
  /** How often its writer has changed it. */
  edits?: number
  /** Its writer took it back: the words are gone. */
  deleted?: boolean
  reactions: { from: 'customer' | 'business'; emoji: string }[]
}

export type Network = 'whatsapp' | 'instagram' | 'messenger'

/** A customer's phone as the playground shows it. */
export interface Phone {
  id: string
  network: Network
  name: string
  /** International form with `+`; absent: the business knows this person only by `userId`. */
  phone?: string
  /** The business-scoped id of WhatsApp, the Instagram-scoped or the page-scoped id. */
  userId: string
  username?: string
  language: string
  colour: string
  online: boolean
  reads: boolean
  blocked: boolean
  unread: number
  /** The business is seen typing until then (milliseconds since the epoch). */
  typingUntil?: number
  /** Id of another app that holds the conversation: then the product only listens (`standby`) and cannot send. */
  threadOwner?: string
  /** WhatsApp: wants no more marketing. */
  stopsMarketing?: boolean
  /** What a checkbox on a website called this person before the business knew their id. */
  userRef?: string
  thread: PhoneMessage[]
}

/** What the simulator keeps of a phone besides what it shows. */
export interface KeptPhone extends Phone {
  /** When the customer last wrote, by business number or account: the 24-hour window counts from here. */
  lastWroteAt: Record<string, number>
  /** When a click on an advertisement last brought the customer, by business number: 72 free hours count from here. */
  cameByAdAt: Record<string, number>
}

export interface NewPhone {
  name: string
  /** Default `whatsapp`. */
  network?: Network
  phone?: string
  userId?: string
  username?: string
  language?: string
  colour?: string
}

/** How the product knows this person in fault rules and logs: the digits of the phone, else the business-scoped id. */
export function peerOf(phone: Pick<Phone, 'phone' | 'userId'>): string {
  return phone.phone?.slice(1) ?? phone.userId
}
