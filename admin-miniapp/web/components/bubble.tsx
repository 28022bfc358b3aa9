import type { Lead, Line } from '../../contract.ts'
import { useDesk } from '../state/desk.ts'
import { FileView } from './file-view.tsx'

const speaking = new Set([
  'image',
  'video',
  'animation',
  'video_note',
  'audio',
  'voice',
  'sticker',
  'document',
])

/** What is said of another message takes no room of its own. */
const asides = new Set(['reaction', 'revoke'])

/** A line of a conversation: a message of either side, a note of the team, or something that was done. */
export function Bubble({ line, lead, goesOn }: { line: Line; lead: Lead; goesOn: boolean }) {
  const { tongue, times } = useDesk()
  const { say } = tongue
  if (line.type === 'activity') {
    return (
      <p class="done">
        {line.label} <time dateTime={line.at}>{times.hour(line.at)}</time>
      </p>
    )
  }
  if (asides.has(line.kind)) {
    return (
      <p class={line.direction === 'outbound' ? 'aside ours' : 'aside theirs'}>
        {line.by ? <bdi>{line.by}: </bdi> : null}
        {line.label}
        <State line={line} />
      </p>
    )
  }
  const side = line.type === 'note' ? 'note' : line.direction === 'inbound' ? 'theirs' : 'ours'
  const who = line.direction === 'inbound' ? lead.name : (line.by ?? say('miniapp-business'))
  // A file that is there says itself what it is.
  const isShown = speaking.has(line.kind) && line.files.some(({ path }) => path !== null)
  // The hour stands in the last line of the words, where it has room.
  const isLast = line.text !== null && line.lines.length + line.links.length === 0 && line.failure === null
  return (
    <article class={`bubble ${side}${goesOn ? ' goes-on' : ''}${isBig(line) ? ' big' : ''}`}>
      {/* Whose page it is, everybody sees: the customer's name is only said. */}
      <h3 class={goesOn || side === 'theirs' ? 'unseen' : 'who'}>
        {side === 'note' ? <span>{say('miniapp-note')} · </span> : null}
        <bdi>{who}</bdi>
      </h3>
      {line.marks.map((mark) => (
        <p class="faint" key={mark}>
          {mark}
        </p>
      ))}
      {line.quote ? (
        <blockquote dir="auto">
          <span class="quote-who">
            {line.quote.isOurs ? say('miniapp-business') : <bdi>{lead.name}</bdi>}
          </span>
          {line.quote.words}
        </blockquote>
      ) : null}
      {line.label && !isShown ? <p class="label">{line.label}</p> : null}
      {line.files.map((file, index) => (
        <FileView key={file.path ?? index} file={file} />
      ))}
      {line.text ? (
        <p class="words" dir="auto">
          {line.text}
          {isLast ? <When line={line} /> : null}
        </p>
      ) : null}
      {line.lines.map((words, index) => (
        <p class="words" dir="auto" key={index}>
          {words}
        </p>
      ))}
      {line.links.map(({ href, words }) => (
        <p key={href}>
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </a>
        </p>
      ))}
      {line.failure ? <p class="danger">{line.failure}</p> : null}
      {isLast ? null : <When line={line} />}
    </article>
  )
}

function When({ line }: { line: Line }) {
  const { tongue, times } = useDesk()
  return (
    <span class="when">
      <span dir={tongue.direction}>
        {line.isEdited ? <span>{tongue.say('miniapp-edited')} </span> : null}
        <time dateTime={line.at}>{times.hour(line.at)}</time>
        <State line={line} />
      </span>
    </span>
  )
}

/** How far an answer has come. */
const stateKeys: Record<string, string> = {
  queued: 'miniapp-queued',
  sending: 'miniapp-queued',
  unconfirmed: 'miniapp-unconfirmed',
  sent: 'miniapp-sent',
  delivered: 'miniapp-delivered',
  read: 'miniapp-read',
  failed: 'miniapp-undelivered',
}
const signs: Record<string, string> = {
  queued: '🕓',
  sending: '🕓',
  unconfirmed: '?',
  sent: '✓',
  delivered: '✓✓',
  read: '✓✓',
  failed: '!',
}

function State({ line: { direction, status } }: { line: Line }) {
  const { say } = useDesk().tongue
  const key = status === null ? undefined : stateKeys[status]
  if (direction !== 'outbound' || status === null || !key) return null
  return (
    <span class={`state state-${status}`}>
      <span aria-hidden="true">{signs[status]}</span>
      <span class="unseen">{say(key)}</span>
    </span>
  )
}

/** Nothing but one or two emoji is shown large, as chats do. */
const isBig = ({ kind, text, files, quote }: Line): boolean =>
  kind === 'text' &&
  files.length === 0 &&
  quote === null &&
  /^(\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*){1,3}$/u.test(text ?? '')
