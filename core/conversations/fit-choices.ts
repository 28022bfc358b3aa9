import type { ChannelLimits, OutboundMessage } from '../channels/channel-port.ts'
import type { OutboundContent } from '../channels/outbound-content.ts'
import { DeskError } from '../errors.ts'
import { lengthOf } from './split-text.ts'

type Of<Kind extends OutboundContent['kind']> = Omit<Extract<OutboundContent, { kind: Kind }>, 'body'>

/** A question with answers to choose from, in words that no network has a say in yet. */
export interface Choices {
  body: string
  options: string[]
  /** On the button that opens them where they are a list. */
  button: string
}

interface Rules {
  limits: ChannelLimits
  can: ReadonlySet<OutboundContent['kind']>
}

/** More than this is a list, where the network has lists: buttons in rows hide the words above them. */
const fewButtons = 3

/**
 * Decides as what a network shows choices: a few as buttons, more as a list, and where it has neither, or under the one
 * answer to a comment, as lines of the text.
 *
 * @throws DeskError choices-too-many, choice-too-long, text-empty, text-too-long
 */
export function fitChoices(
  { body, options, button }: Choices,
  { limits, can }: Rules,
  within: OutboundMessage['within'],
): { body: string; content: Of<'buttons'> | Of<'list'> | null } {
  if (body.trim() === '') throw new DeskError('invalid', 'text-empty')
  const { buttons, rows } = limits
  const forms = [
    ...(buttons && can.has('buttons') ? [{ kind: 'buttons' as const, limit: buttons }] : []),
    ...(rows && can.has('list') ? [{ kind: 'list' as const, limit: rows }] : []),
  ]
  if (forms.length === 0 || within === 'comment') {
    return { body: [body, '', ...options.map((option) => `• ${option}`)].join('\n'), content: null }
  }
  const wanted = options.length > fewButtons ? forms.toReversed() : forms
  const form = wanted.find(({ limit }) => options.length <= limit.max)
  if (!form) {
    const limit = Math.max(...forms.map((one) => one.limit.max))
    throw new DeskError('invalid', 'choices-too-many', { limit, count: options.length })
  }
  checkLengths(body, options, form.limit)
  const items = options.map((title, index) => ({ id: `choice-${index + 1}`, title }))
  return {
    body,
    content:
      form.kind === 'buttons'
        ? { kind: 'buttons', buttons: items }
        : { kind: 'list', button, sections: [{ rows: items }] },
  }
}

function checkLengths(
  body: string,
  options: string[],
  { title, body: longest }: NonNullable<ChannelLimits['rows']>,
) {
  const tooLong = options.find((option) => lengthOf(option, 'characters') > title)
  if (tooLong !== undefined) {
    const length = lengthOf(tooLong, 'characters')
    throw new DeskError('invalid', 'choice-too-long', { name: tooLong, limit: title, length })
  }
  const length = lengthOf(body, 'characters')
  if (longest !== undefined && length > longest) {
    throw new DeskError('invalid', 'text-too-long', { limit: longest, length })
  }
}
