/** A message of the business on its way. Small and plain: it is kept over a restart. */
export interface Outgoing {
  /** The wamid. */
  id: string
  phoneNumberId: string
  /** Id of the phone it goes to; absent when nobody has that number. */
  phoneId?: string
  digits?: string
  userId?: string
  opaque?: string
  status: 'accepted' | 'sent' | 'delivered'
  pricing: Record<string, unknown>
  conversation?: Record<string, unknown>
  /** What it changes instead of standing in the thread itself. */
  reaction?: { target: string; emoji: string }
  /** The customer had blocked the number: it stays `sent` for ever. */
  lost?: boolean
}
