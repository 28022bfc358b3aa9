import type { AlbumOutcome, OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import type { Cut } from '../loops/create-cut.ts'
import type { Send } from './claim-sends.ts'
import type { NotAsOne } from './decide-after-send.ts'
import type { Prepared, Ready } from './prepare-send.ts'

/** A message that was tried, and how that ended. */
export interface Tried {
  send: Send
  network: string
  outcome: SendOutcome | NotAsOne
}

export const interrupted = {
  code: 'interrupted',
  title: 'The program was interrupted while it sent this message.',
}

type Sendable = Prepared & { send: Send }

/** Those of the messages that can be sent at all. */
export const sendableOf = (ready: readonly Ready[]): Sendable[] =>
  ready.flatMap(({ send, prepared }) => ('message' in prepared ? [{ send, ...prepared }] : []))

/** Bytes of the file of a message. */
export const bytesOf = ({ content }: OutboundMessage): number =>
  'file' in content ? (content.file?.size ?? 0) : 0

/**
 * Gives the network what was prepared: one message, or several as an album, in one call. A message that cannot be sent at
 * all leaves the others to go without it.
 */
export async function callNetwork(ready: readonly Ready[], cut: Cut): Promise<Tried[]> {
  const refused = ready.flatMap(({ send, prepared }): Tried[] =>
    'refused' in prepared
      ? [
          {
            send,
            network: prepared.port.network,
            outcome: { outcome: 'refused', failure: prepared.refused },
          },
        ]
      : [],
  )
  const sendable = sendableOf(ready)
  const [first] = sendable
  if (!first) return refused
  const outcome = (await cut.unlessCut(call(first, sendable))) ?? {
    outcome: 'unconfirmed' as const,
    failure: interrupted,
  }
  const tried = sendable.map(({ send, port }, index) => ({
    send,
    network: port.network,
    outcome: outcomeOf(outcome, index),
  }))
  return [...refused, ...tried]
}

function call(
  { port, account, message }: Sendable,
  sendable: readonly Sendable[],
): Promise<SendOutcome | AlbumOutcome> {
  return port.albums && sendable.length > 1
    ? port.albums.send(
        account,
        sendable.map((one) => one.message),
      )
    : port.send(account, message)
}

function outcomeOf(outcome: SendOutcome | AlbumOutcome, index: number): Tried['outcome'] {
  if (!('externalIds' in outcome)) return outcome
  const externalId = outcome.externalIds[index]
  if (externalId !== undefined) return { outcome: 'sent', externalId }
  const title = 'Accepted, but the answer names no message'
  return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
}
