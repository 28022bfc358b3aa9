/**
 * Where raw calls come from: one reader each. A source is not a network: Telegram's customer bot also carries the
 * owner's own account, and Meta's pages carry messages and lead ads.
 */
export const inboundSources = [
  'whatsapp',
  /** A phone's old chats, imported in bulk: apart, so that live messages never wait behind them. */
  'whatsapp_history',
  'instagram',
  'messenger',
  'telegram_customer',
  'google_leads',
  'linkedin_leads',
  'forms',
  /** The staff bot's updates, which the bot handles itself. */
  'telegram_staff',
] as const

export type InboundSource = (typeof inboundSources)[number]

/** A webhook call as it arrived, not yet parsed by anyone but for being JSON. */
export interface RawCall {
  source: InboundSource
  /**
   * What makes a redelivery the same call: a digest of the body, or the network's own id of the call. At most 32 bytes.
   */
  dedupeKey: Buffer
  /**
   * Calls of one lane are handled one after another, in order of arrival; undefined where order does not matter
   * because each item carries its own time.
   */
  lane?: string
  body: Buffer
}

/** The way into the inbox for every edge. */
export interface Intake {
  /**
   * Resolves once the call is committed (or was already there): only then may the caller answer 2xx.
   *
   * @throws DeskError `unavailable` when the database does not take it within about 4 s or too many calls wait;
   *   the caller answers 503 and the network delivers again
   */
  accept(call: RawCall): Promise<void>
}
