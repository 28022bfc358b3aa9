import type { ChannelPort } from '../channels/channel-port.ts'
import type { InboundReader } from '../channels/inbound-item.ts'
import type { Database } from '../database/sql.ts'
import type { Desk } from '../desk.ts'
import type { Subscriber } from '../events.ts'
import type { Words } from '../i18n.ts'
import type { UpdatesOptions } from '../inbox/handle-updates.ts'
import type { Logger } from '../log.ts'
import type { Files } from '../media/create-files.ts'
import type { MediaFetcher } from '../media/media-fetcher.ts'
import type { MediaOptions } from '../media/media-options.ts'
import type { Metrics } from '../metrics.ts'
import type { EndOptions } from '../posts/finish-post.ts'
import type { Messenger } from '../posts/post.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Wake } from './wake.ts'

/** What runs only in a worker process. */
export interface WorkOptions extends Pick<EndOptions, 'onUnreachable' | 'onTopicless' | 'onMoved'> {
  readers: ReadonlyMap<string, InboundReader>
  subscribers: readonly Subscriber[]
  /** Handles one stored update of the staff bot; none is taken up before `updatesReady` resolves. */
  handleUpdate?: UpdatesOptions['handle']
  updatesReady?: Promise<unknown>
  messenger?: Messenger
  /** For files that come from elsewhere than a customer's channel. */
  mediaFetchers?: readonly MediaFetcher[]
  /** Speaks to members in files that are written for them; without it no list is imported here. */
  words?: Words
}

/** What every loop works with. */
export interface WorkGround {
  url: string
  database: Database
  desk: Desk
  vault: Vault
  wake: Wake
  log: Logger
  metrics: Metrics
  channels: readonly ChannelPort[]
  /** Absent: this desk keeps no files. */
  media: MediaOptions | undefined
  files: Files
  /** All subscribers of the desk: for whom events are recorded. */
  subscriptions: readonly Subscriber[]
}
