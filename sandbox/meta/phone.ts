/** Words and things in one bubble, whoever wrote it. */
export interface Content {
  kind: string
  text?: string
  media?: { mime: string; filename?: string; url?: string }
  location?: { latitude: number; longitude: number; name?: string; address?: string }
  contacts?: { name: string; phone: string }[]
  /** What the customer may tap under a message of the business: `id` comes back as the payload. */
  buttons?: { id: string; title: string }[]
  /** Label of the button that opens a list, and the rows of the list. */
  listTitle?: string
  rows?: { id: string; title: string; description?: string }[]
  referral?: Referral
}

/** The advertisement that brought the customer here. */
export interface Referral {
  sourceUrl: string
  headline: string
  body: string
  sourceId: string
  ctwaClid?: string
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
  reactions: { from: 'customer' | 'business'; emoji: string }[]
}

/** A customer's phone as the playground shows it. */
export interface Phone {
  id: string
  network: 'whatsapp'
  name: string
  /** International form with `+`; absent: the business knows this person only by `userId`. */
  phone?: string
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
  thread: PhoneMessage[]
}

/** What the simulator keeps of a phone besides what it shows. */
export interface KeptPhone extends Phone {
  /** When the customer last wrote, by business number: the 24-hour window counts from here. */
  lastWroteAt: Record<string, number>
  /** When a click on an advertisement last brought the customer, by business number: 72 free hours count from here. */
  cameByAdAt: Record<string, number>
}

export interface NewPhone {
  name: string
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
