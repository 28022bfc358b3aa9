import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { sendDeadlineMs } from '#core/channels/send-deadline.ts'
import { exactly } from '#core/media/exactly.ts'

/** A file on its way into a form. */
export interface StreamedFile {
  /** For `form.set(name, part)`; giving a file name there would make an empty copy of it. */
  part: File
  /** How much longer than any call its upload may take, in milliseconds. */
  extraMs: number
  /** Whether all of it was read. Until then no call with it can be complete at the other end. */
  isRead(): boolean
}

/**
 * A stored file as a part of a multipart form. Its bytes are read from the store while they are sent and no faster, so that
 * it takes the same memory whether it is small or large; its length is told beforehand.
 *
 * @param type what to call it, where that is not its own type
 */
export function streamedFile(file: OutboundFile, type = file.mime): StreamedFile {
  let isRead = false
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* exactly(await file.open(), file.size)
    isRead = true
  }
  // fetch asks a file for these two alone.
  const part = Object.defineProperties(new File([], file.fileName, { type }), {
    size: { value: file.size },
    stream: { value: stream },
  })
  return { part, extraMs: sendDeadlineMs(file.size) - sendDeadlineMs(), isRead: () => isRead }
}
