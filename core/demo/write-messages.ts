import type { NetworkFailure, Referral } from '../channels/inbound-item.ts'
import type { Random } from './create-random.ts'
import type { AttachmentRow, MessageRow } from './demo-history.ts'
import type { DemoLine } from './demo-script.ts'
import type { Happening } from './play-script.ts'

export interface WriteOptions {
  leadId: string
  conversationId: string
  channelAccountId: string
  authorId: string
  now: Date
  random: Random
  showsReading: boolean
  /** Whether the last answer may be one of the few that never arrived. */
  mayFail: boolean
  /** The ad that the first message came from. */
  referral: Referral | undefined
}

const files: Partial<Record<DemoLine['kind'], { mime: string; sizes: readonly [number, number] }>> = {
  image: { mime: 'image/jpeg', sizes: [60_000, 400_000] },
  voice: { mime: 'audio/ogg; codecs=opus', sizes: [15_000, 130_000] },
  document: { mime: 'application/pdf', sizes: [80_000, 900_000] },
}

const failures: readonly NetworkFailure[] = [
  { code: '131026', title: 'Message undeliverable' },
  { code: '131000', title: 'Something went wrong' },
]

/** Makes the rows of a lead's messages, in order of time, with how far each of ours has come by now. */
export function writeMessages(past: readonly Happening[], options: WriteOptions) {
  const { leadId, conversationId, channelAccountId, authorId, random } = options
  const said = past.filter((happening) => happening.type === 'message')
  const messages: MessageRow[] = []
  const attachments: AttachmentRow[] = []
  said.forEach(({ at, direction, line, body }, index) => {
    const id = random.id(at)
    const inbound = direction === 'inbound'
    const next = said.slice(index + 1).find((later) => later.direction === 'inbound')?.at
    const fate = inbound ? received(at) : sent(at, next, index === said.length - 1, options)
    const answered =
      line.kind === 'reaction' ? messages.findLast((other) => other.direction === 'outbound') : undefined
    messages.push({
      ...{ id, conversationId, leadId, channelAccountId, direction, kind: line.kind, body },
      externalId: `wamid.${Buffer.from(random.bytes(30)).toString('base64')}`,
      data: {
        ...(line.kind === 'location' ? placeNear(random) : {}),
        ...(index === 0 && options.referral ? { referral: options.referral } : {}),
      },
      replyToExternalId: answered?.externalId ?? null,
      authorId: inbound ? null : authorId,
      sentAt: at,
      createdAt: at,
      ...fate,
    })
    const file = files[line.kind]
    if (file) attachments.push(fileOf(id, at, line, file, random))
  })
  return { messages, attachments }
}

type Fate = Pick<MessageRow, 'status' | 'failure' | 'receivedAt' | 'deliveredAt' | 'readAt'>

const nothing = { failure: null, receivedAt: null, deliveredAt: null, readAt: null }

const received = (at: Date): Fate => ({
  ...nothing,
  status: 'received',
  receivedAt: new Date(at.getTime() + 900),
})

function sent(
  at: Date,
  answeredAt: Date | undefined,
  isLast: boolean,
  { now, random, showsReading, mayFail }: WriteOptions,
): Fate {
  if (isLast && mayFail && random.chance(0.08)) {
    return { ...nothing, status: 'failed', failure: random.pick(failures) }
  }
  // Whoever answers has seen it; phones that are off get theirs later.
  const end = (answeredAt ?? now).getTime()
  const lag = random.chance(0.12) ? random.skewed(60, 4_000) : random.skewed(0.8, 6)
  const deliveredAt = new Date(Math.min(at.getTime() + lag * 1_000, end - 2_000))
  if (deliveredAt <= at) return { ...nothing, status: 'sent' }
  const readAt = answeredAt
    ? new Date(deliveredAt.getTime() + random.next() * (end - deliveredAt.getTime()))
    : new Date(deliveredAt.getTime() + random.skewed(8, 20_000) * 1_000)
  const read = showsReading && readAt < now && (answeredAt !== undefined || random.chance(0.85))
  return { ...nothing, status: read ? 'read' : 'delivered', deliveredAt, readAt: read ? readAt : null }
}

/** A point in the suburbs of Marseille. */
const placeNear = (random: Random) => ({
  latitude: Number((43.33 + random.next() * 0.05).toFixed(6)),
  longitude: Number((5.38 + random.next() * 0.08).toFixed(6)),
})

function fileOf(
  messageId: string,
  at: Date,
  line: DemoLine,
  { mime, sizes }: { mime: string; sizes: readonly [number, number] },
  random: Random,
): AttachmentRow {
  if (line.kind !== 'image' && line.kind !== 'voice' && line.kind !== 'document') {
    throw new Error(`A ${line.kind} has no file.`)
  }
  return {
    id: random.id(at),
    messageId,
    kind: line.kind,
    networkMediaId: String(random.whole(1e15, 9e15)),
    mime,
    fileName: line.fileName ?? null,
    sha256: Buffer.from(random.bytes(32)).toString('base64'),
    size: random.whole(...sizes),
    createdAt: at,
  }
}
