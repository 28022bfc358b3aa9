import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import type { TimelineFile, TimelineLine } from '#core/leads/list-timeline.ts'
import { decideServing } from '#core/media/decide-serving.ts'
import type { File, Line, MessagesAnswer } from '../contract.ts'
import type { Asked } from './create-api-router.ts'
import { placeShape, readCursor, writeCursor } from './cursor.ts'
import { leadIdOf } from './lead-id.ts'
import { plainLine } from './plain-line.ts'
import { pathOf } from './read-json.ts'
import { tellActivity } from './tell-activity.ts'
import { tellFailure } from './tell-failure.ts'
import { glanceAt, type MessageParts, marksOf, tellMessage } from './tell-message.ts'

/** Lines of a page, and minutes for which the links to its files are good: as long as the session at most. */
const pageSize = 50
const linkMinutes = 60
const longestQuote = 120

const query = z.strictObject({ before: z.string().max(400).optional() })

/** `GET /leads/:id/messages`: a page of all that was said, noted and done, the newest first asked for. */
export async function answerMessages(asked: Asked): Promise<MessagesAnswer> {
  const leadId = leadIdOf(asked)
  const read = query.safeParse({ ...asked.ctx.query })
  if (!read.success) throw new DeskError('invalid', 'bad-input', { field: pathOf(read.error) })
  const { before } = read.data
  const { lines, earlier } = await asked.tools.desk.ask(asked.actor, 'listTimeline', {
    leadId,
    limit: pageSize,
    ...(before === undefined ? {} : { before: readCursor(before, placeShape) }),
  })
  return {
    lines: lines.map((line) => present(asked, line)),
    before: earlier && writeCursor(earlier),
  }
}

function present(asked: Asked, line: TimelineLine): Line {
  const { say } = asked.tongue
  const { id, type, at, direction, kind, by, answered, status } = line
  const isMessage = type === 'message'
  const parts = partsOf(asked, line)
  return {
    id,
    type,
    at: at.toISOString(),
    direction,
    by: by && plainLine(by, 64),
    kind,
    label: parts.label ?? null,
    text: parts.text?.trim() ? parts.text : null,
    lines: parts.lines ?? [],
    links: parts.links ?? [],
    quote:
      answered && !selfQuoting.has(kind)
        ? {
            words: glanceAt(say, { ...answered, data: {} }, longestQuote),
            isOurs: answered.direction === 'outbound',
          }
        : null,
    files: line.files.map((file) => presentFile(asked, file)),
    status,
    failure: isMessage && status === 'failed' ? tellFailure(say, line.failure) : null,
    isEdited: line.editedAt !== null,
    marks: isMessage ? marksOf(say, line) : [],
  }
}

/** Kinds that name the message they refer to in their own sentence. */
const selfQuoting = new Set(['reaction', 'edit', 'revoke'])

function partsOf({ tongue }: Asked, line: TimelineLine): MessageParts {
  if (line.type === 'note') return { text: line.body }
  if (line.type === 'activity') return { label: tellActivity(tongue, line) }
  if (line.erasedAt) return { label: tongue.say('message-erased') }
  return tellMessage(tongue.say, line)
}

const shown = new Set(['image', 'video', 'audio'])

/** A file as a browser will be handed it by our own links, which decide by its content. */
function presentFile({ actor, tools }: Asked, file: TimelineFile): File {
  const { mime, width, height, size, state } = file
  const { type, disposition } = decideServing({ mime: mime ?? '', width, height }, false)
  const kind = disposition === 'inline' ? (type.split('/')[0] ?? '') : ''
  const path = (download: boolean) => {
    const link = tools.files.link(actor.organizationId, file.id, { minutes: linkMinutes, download })
    // Below wherever the page was opened: this machine has more than one name for itself.
    return link.slice(link.lastIndexOf('/media/') + 1)
  }
  const isHere = state === 'stored'
  return {
    kind: shown.has(kind) ? (kind as File['kind']) : 'document',
    name: file.fileName && plainLine(file.fileName, 120),
    size,
    width,
    height,
    path: isHere ? path(false) : null,
    download: isHere ? path(true) : null,
    missing: isHere ? null : state,
  }
}
