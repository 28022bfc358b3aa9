import type { Remembered } from '../kernel.ts'
import type { DirectAccount, DirectAccounts } from './direct/direct-account.ts'
import type { DirectJourney, DirectOutgoing } from './direct/direct-journey.ts'
import { isFields } from './fields.ts'
import type { LeadStore, SavedLeads } from './leadgen/lead-store.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApp, MetaApps } from './meta-app.ts'
import type { KeptPhone } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import type { StatusJourney } from './status-journey.ts'
import type { Template } from './template.ts'
import type { TemplateStore } from './templates/template-store.ts'

interface SavedMeta {
  version: 1
  apps: MetaApp[]
  phones: KeptPhone[]
  outgoing: ReturnType<StatusJourney['save']>
  media: ReturnType<MediaStore['save']>
  /** Absent in a state from before there was more than WhatsApp. */
  accounts?: DirectAccount[]
  direct?: DirectOutgoing[]
  leads?: SavedLeads
  templates?: Template[]
}

function isSavedMeta(value: unknown): value is SavedMeta {
  const lists = ['apps', 'phones', 'outgoing', 'media']
  return isFields(value) && value.version === 1 && lists.every((key) => Array.isArray(value[key]))
}

/** What outlives a restart: numbers, people, threads, messages on their way and small files; no webhook attempts. */
export function rememberMeta(ground: {
  apps: MetaApps
  book: PhoneBook
  media: MediaStore
  journey: StatusJourney
  accounts: DirectAccounts
  direct: DirectJourney
  leads: LeadStore
  templates: TemplateStore
}): Remembered {
  const { apps, book, media, journey, accounts, direct, leads, templates } = ground
  return {
    name: 'meta',
    save(): SavedMeta {
      return {
        version: 1,
        apps: apps.all(),
        phones: book.all(),
        outgoing: journey.save(),
        media: media.save(),
        accounts: accounts.all(),
        direct: direct.save(),
        leads: leads.save(),
        templates: templates.save(),
      }
    },
    restore(saved) {
      // A state of another shape is a state of another version: a fresh playground is better than half a one.
      if (!isSavedMeta(saved)) return
      apps.replaceAll(saved.apps)
      book.replaceAll(saved.phones)
      media.restore(saved.media)
      journey.restore(saved.outgoing)
      if (saved.accounts) accounts.replaceAll(saved.accounts)
      if (saved.direct) direct.restore(saved.direct)
      if (saved.leads) leads.restore(saved.leads)
      if (saved.templates) templates.restore(saved.templates)
    },
  }
}
