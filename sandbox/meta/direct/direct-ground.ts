import type { Kernel } from '../../kernel.ts'
import type { MediaStore } from '../media-store.ts'
import type { MetaApps } from '../meta-app.ts'
import type { CompleteOptions } from '../meta-options.ts'
import type { KeptPhone } from '../phone.ts'
import type { PhoneBook } from '../phone-book.ts'
import type { WebhookClient } from '../webhook-client.ts'
import type { DirectAccount, DirectAccounts } from './direct-account.ts'
import type { DirectJourney } from './direct-journey.ts'
import type { DirectRates } from './direct-rates.ts'
import type { DirectTeller } from './tell-direct.ts'

/** What Instagram and Messenger need of the rest of the simulator. */
export interface DirectGround {
  kernel: Kernel
  apps: MetaApps
  accounts: DirectAccounts
  book: PhoneBook
  media: MediaStore
  client: WebhookClient
  tell: DirectTeller
  direct: DirectJourney
  directRates: DirectRates
  options: CompleteOptions
}

/** One act of a customer: who, towards which account, when, and how files are reached from outside. */
export interface Acting {
  account: DirectAccount
  phone: KeptPhone
  /** Milliseconds since the epoch. */
  at: number
  /** `http://host:port` in front of the addresses of files. */
  origin: string
}

/** The head of an event that comes from the customer. */
export function fromCustomer({ account, phone, at }: Acting) {
  return { sender: { id: phone.userId }, recipient: { id: account.id }, timestamp: at }
}

/** The head of an event that comes from the business, as echoes have it. */
export function fromBusiness(account: DirectAccount, phone: KeptPhone, at: number) {
  return { sender: { id: account.id }, recipient: { id: phone.userId }, timestamp: at }
}

/** Where the product hears of this conversation: in `standby` while another app holds it. */
export function placeOf({ threadOwner }: KeptPhone): 'messaging' | 'standby' {
  return threadOwner === undefined ? 'messaging' : 'standby'
}
