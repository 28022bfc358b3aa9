import type { Handler, Kernel, Remembered } from '../kernel.ts'
import { createControlHandler } from './control-handler.ts'
import { createDirectAccounts, type DirectAccount } from './direct/direct-account.ts'
import { createDirectJourney } from './direct/direct-journey.ts'
import { createDirectRates } from './direct/direct-rates.ts'
import { createDirectTeller } from './direct/tell-direct.ts'
import { createGraphHandler } from './graph-handler.ts'
import { createLeadStore } from './leadgen/lead-store.ts'
import { createMediaStore } from './media-store.ts'
import { createMetaApps, type MetaApp } from './meta-app.ts'
import { completeOptions, type MetaOptions } from './meta-options.ts'
import type { Phone } from './phone.ts'
import { createPhoneBook, publicPhone } from './phone-book.ts'
import { rememberMeta } from './remember-meta.ts'
import { createSendRates } from './send-rates.ts'
import { startingPeople } from './starting-people.ts'
import { createStatusJourney } from './status-journey.ts'
import { startingTemplates } from './template.ts'
import { createTemplateStore } from './templates/template-store.ts'
import { createTimers } from './timers.ts'
import { createWebhookClient } from './webhook-client.ts'
import { createWebhookOutbox } from './webhook-outbox.ts'

/** A simulated Meta: the Graph API of its networks, the webhooks, and the customers' phones. */
export interface Meta {
  /** Answers `/graph/*`. */
  handler: Handler
  /** Answers `/playground/api/meta/*` and `/playground/api/phones*`. */
  control: Handler
  remembered: Remembered
  phones(): Phone[]
  /** The registered business numbers. */
  apps(): MetaApp[]
  /** The registered Instagram accounts and Pages. */
  accounts(): DirectAccount[]
  /** Where the product answers, `http://host:port`: taken from the receiver of the number registered last. */
  appUrl(): string | undefined
  /** Drops everything still planned: statuses, webhook attempts, hanging answers. */
  close(): void
}

/**
 * Creates the simulator in plain memory; it listens to nothing by itself.
 * @param kernel faults, call log and event stream shared with the other simulators
 */
export function createMeta(kernel: Kernel, wanted: MetaOptions = {}): Meta {
  const options = completeOptions(wanted)
  const templates = createTemplateStore(wanted.templates ?? startingTemplates)
  const timers = createTimers()
  const client = createWebhookClient()
  const apps = createMetaApps()
  const accounts = createDirectAccounts()
  const leads = createLeadStore(options.now)
  const media = createMediaStore(options.now)
  const rates = createSendRates(options.rates, options.now)
  const book = createPhoneBook(kernel)
  for (const person of wanted.people ?? startingPeople) book.add(person)
  const outbox = createWebhookOutbox(kernel, client, timers, options)
  const journey = createStatusJourney(apps, book, outbox, timers, options)
  const tell = createDirectTeller(outbox)
  const direct = createDirectJourney(accounts, book, tell, timers, options)
  const directRates = createDirectRates(rates.enabled, options.now)
  const stores = { apps, accounts, book, media, templates, leads }
  const ground = {
    kernel,
    ...stores,
    rates,
    client,
    outbox,
    journey,
    tell,
    direct,
    directRates,
    timers,
    options,
  }
  return {
    handler: createGraphHandler(ground, timers),
    control: createControlHandler(ground),
    remembered: rememberMeta(ground),
    phones: () => book.all().map(publicPhone),
    apps: () => apps.all(),
    accounts: () => accounts.all(),
    appUrl() {
      const app = apps.latest()
      return app && new URL(app.webhookUrl).origin
    },
    close() {
      timers.close()
      client.close()
    },
  }
}
