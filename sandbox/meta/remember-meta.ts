import type { Remembered } from '../kernel.ts'
import { isFields } from './fields.ts'
import type { MediaStore } from './media-store.ts'
import type { MetaApp, MetaApps } from './meta-app.ts'
import type { KeptPhone } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import type { StatusJourney } from './status-journey.ts'

interface SavedMeta {
  version: 1
  apps: MetaApp[]
  phones: KeptPhone[]
  outgoing: ReturnType<StatusJourney['save']>
  media: ReturnType<MediaStore['save']>
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
}): Remembered {
  const { apps, book, media, journey } = ground
  return {
    name: 'meta',
    save(): SavedMeta {
      return {
        version: 1,
        apps: apps.all(),
        phones: book.all(),
        outgoing: journey.save(),
        media: media.save(),
      }
    },
    restore(saved) {
      // A state of another shape is a state of another version: a fresh playground is better than half a one.
      if (!isSavedMeta(saved)) return
      apps.replaceAll(saved.apps)
      book.replaceAll(saved.phones)
      media.restore(saved.media)
      journey.restore(saved.outgoing)
    },
  }
}
