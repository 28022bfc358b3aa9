import type { ChannelPort, OutboundMessage } from '../channels/channel-port.ts'
import type { FileKind } from '../channels/inbound-item.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { fillTemplate } from './fill-template.ts'
import { fitChoices } from './fit-choices.ts'
import { fitFile } from './fit-file.ts'
import type { ReplyContent, ReplyFile } from './reply-content.ts'
import { lengthOf, splitText } from './split-text.ts'
import type { StoredContent } from './stored-content.ts'

/** One message of an answer, as it will be stored. */
export interface Part {
  /** Our plain word for it: `text`, `image`, `buttons`, … */
  kind: string
  body: string | null
  content: StoredContent | null
  /** Facts of the kind, in the words in which received messages have them. */
  data: Record<string, unknown>
  /** The file that has to be fetched before it can go; `id` is its attachment's. */
  file?: ReplyFile & { id: string }
  /** Names the album that it goes out with, where it may (`albums.ts`). */
  album?: string
}

/** A template as it is kept here. */
export interface KeptTemplate {
  id: string
  name: string
  language: string
  components: unknown[]
}

/** An answer that is not about an earlier message of its own. */
export type Sendable = Exclude<ReplyContent, { kind: 'reaction' | 'edit' | 'revoke' }>

type Rules = Pick<ChannelPort, 'network' | 'limits' | 'can'>

/**
 * Decides which messages an answer becomes on a network: long texts are parted, captions that are too long follow their
 * file as a text, and a file goes as what the network takes.
 *
 * @throws DeskError text-empty, text-too-long (what cannot be parted), file-too-large, file-not-carried,
 *   template-variables-missing, template-file, choices-too-many, choice-too-long
 */
export function planParts(
  content: Sendable,
  port: Rules,
  within: OutboundMessage['within'],
  template?: KeptTemplate,
): Part[] {
  switch (content.kind) {
    case 'text':
      // A comment is answered once: the second part would be refused.
      return within === 'comment' ? [plain('text', wholeText(content.body, port))] : texts(content.body, port)
    case 'files':
      return files(content.files, content.caption ?? '', port)
    case 'location': {
      const { kind, ...place } = content
      return [{ kind, body: content.name ?? null, content, data: place }]
    }
    case 'choices': {
      const { body, content: fitted } = fitChoices(content, port, within)
      if (fitted === null) return planParts({ kind: 'text', body }, port, within)
      return [{ ...plain(fitted.kind, wholeText(body, port)), content: fitted }]
    }
    case 'buttons':
    case 'list': {
      const { body, ...rest } = content
      return [{ ...plain(content.kind, wholeText(body, port)), content: rest }]
    }
    case 'contact-request':
      return [{ ...plain(content.kind, wholeText(content.body, port)), content: { kind: content.kind } }]
    case 'template':
      if (!template) throw new Error('A template is planned with its row.')
      return [templatePart(content, template, port)]
  }
}

const plain = (kind: string, body: string): Part => ({ kind, body, content: null, data: {} })

function wholeText(body: string, { limits: { text } }: Rules): string {
  if (body.trim() === '') throw new DeskError('invalid', 'text-empty')
  const length = lengthOf(body, text.unit)
  if (length > text.max) throw new DeskError('invalid', 'text-too-long', { limit: text.max, length })
  return body
}

function texts(body: string, { limits }: Rules): Part[] {
  if (body.trim() === '') throw new DeskError('invalid', 'text-empty')
  // What fits goes as it was written, white space and all.
  const parts = lengthOf(body, limits.text.unit) <= limits.text.max ? [body] : splitText(body, limits.text)
  return parts.map((part) => plain('text', part))
}

function files(list: readonly ReplyFile[], caption: string, port: Rules): Part[] {
  const fits = caption.trim() !== '' && [...caption].length <= port.limits.caption
  const parts = list.map((file, index): Part => {
    const id = newId()
    const kind = kindOn(file, port)
    const hasCaption = fits && index === 0 && kind !== 'sticker' && kind !== 'video_note'
    return {
      kind,
      body: hasCaption ? caption : null,
      content: { kind: 'file', attachmentId: id },
      data: {},
      file: { ...file, kind, id },
    }
  })
  const isLeft = caption.trim() !== '' && parts[0]?.body === null
  return isLeft ? [...parts, ...texts(caption, port)] : parts
}

/** @throws DeskError file-too-large, file-not-carried */
function kindOn(file: ReplyFile, { limits, network }: Rules): FileKind {
  const fit = fitFile(file, limits.files)
  if ('kind' in fit) return fit.kind
  if (fit.refused === 'file-not-carried') {
    throw new DeskError('invalid', 'file-not-carried', { network, mime: file.mime })
  }
  throw new DeskError('invalid', 'file-too-large', {
    limit: megabytes(fit.limit),
    size: megabytes(file.size),
  })
}

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10

function templatePart(
  content: Extract<Sendable, { kind: 'template' }>,
  { id: templateId, name, language, components }: KeptTemplate,
  port: Rules,
): Part {
  const { body, missing, wantsFile } = fillTemplate(components, content.variables)
  if (missing.length > 0) {
    throw new DeskError('invalid', 'template-variables-missing', { missing: missing.join(',') })
  }
  const file = content.file && { ...content.file, id: newId() }
  const kind = file && kindOn(file, port)
  if ((kind ?? null) !== wantsFile) throw new DeskError('invalid', 'template-file', { kind: wantsFile ?? '' })
  const stored = { kind: content.kind, templateId, name, language, components, variables: content.variables }
  return {
    kind: content.kind,
    body,
    content: file ? { ...stored, attachmentId: file.id } : stored,
    data: { name, language },
    ...(file && kind ? { file: { ...file, kind } } : {}),
  }
}
