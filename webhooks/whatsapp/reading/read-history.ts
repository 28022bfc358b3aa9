import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import { readEach } from './read-each.ts'
import { importFailed, importProgress } from './read-import-progress.ts'
import { readOldMessage } from './read-old-message.ts'
import { readThread } from './read-thread.ts'
import type { Surroundings } from './surroundings.ts'

/** One part of a phone's history: its chats, then how far the import has come, or why there is none. */
export function readHistory(part: JsonRecord, path: string, around: Surroundings): InboundItem[] {
  const messages = readEach(part.threads, `${path}.threads`, (thread, at) => {
    const chat = readThread(thread, around)
    return readEach(thread.messages, `${at}.messages`, (item) => readOldMessage(item, chat, around))
  })
  return [
    ...messages,
    ...importProgress(part.metadata, around),
    ...importFailed(readFailures(part.errors), around),
  ]
}
