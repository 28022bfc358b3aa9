import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import { readConnectNetwork } from '../connect/connect-networks.ts'
import { reconnectButton } from '../connect/reconnect-button.ts'
import { sayFailure } from '../notices/failure-words.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'
import { isDisconnectedHere, isRemoved, signOf } from './channel-words.ts'
import { adviseOnDanger, digestOfCode, nameOfDanger } from './danger-words.ts'
import { factLines } from './fact-lines.ts'
import { type Form, formButtons, formLines } from './form-face.ts'
import { healthLines } from './health-lines.ts'
import { hasTemplates, isForm } from './networks.ts'
import type { Channel } from './read-channel.ts'

/** Dangers on one page: each may bring three lines and a button. */
const mostDangers = 5

/** The page of one channel; `form` is what is set for it, where it is one. */
export function channelFace(voice: Voice, channel: Channel, form?: Form): Face {
  const { say, mark } = voice
  const lines = [
    `${signOf(channel)} <b>${escapeHtml(sayChannel(say, channel))}</b>`,
    ...stateLines(voice, channel),
    '',
    ...factLines(say, channel.facts),
    ...healthLines(voice, channel),
    ...(form ? ['', ...formLines(say, form)] : []),
    ...dangersOf(channel).flatMap((danger) => ['', ...dangerLines(voice, danger)]),
  ]
  return {
    html: lines.map((line) => line && mark + line).join('\n'),
    buttons: buttonsOf(voice, channel, form),
  }
}

function stateLines({ say, now }: Voice, channel: Channel): string[] {
  const { state, stoppedAt, stoppedReason } = channel
  if (isRemoved(channel)) return [say('channel-removed-now')]
  if (isDisconnectedHere(channel)) return [say('channel-disconnected-now')]
  if (state === 'active') return []
  const since = tellDuration(say, now.getTime() - (stoppedAt ?? now).getTime())
  return [say('channel-stopped-since', { since }), sayFailure(say, stoppedReason)]
}

interface ShownDanger {
  code: string
  title: string
  detail?: string
  since: string
  /** Found by looking after the account: gone by itself when the next look does not find it. */
  checked?: boolean
}

const dangersOf = ({ dangers }: Channel): ShownDanger[] =>
  Object.entries(dangers)
    .slice(0, mostDangers)
    .map(([code, danger]) => ({ code, ...danger }))

function dangerLines({ say, now }: Voice, danger: ShownDanger): string[] {
  const { code, title, since } = danger
  const age = now.getTime() - Date.parse(since)
  const name = escapeHtml(nameOfDanger(say, code, title))
  return [
    `⚠️ <b>${name}</b> · ${say('danger-since', { since: tellDuration(say, Number.isNaN(age) ? 0 : age) })}`,
    adviseOnDanger(say, code, danger),
  ]
}

function buttonsOf({ say }: Voice, channel: Channel, form: Form | undefined): Button[][] {
  const id = shortId(channel.id)
  const to = (text: string, verb: string, ...parts: string[]): Button[] => [
    { text, data: callbackData(verb, id, ...parts) },
  ]
  const isOff = isDisconnectedHere(channel)
  const isStopped = channel.state === 'stopped' && !isOff
  const isConnected = readConnectNetwork(channel.network) !== undefined && !isOff
  return [
    ...(isForm(channel.network) || isOff ? [] : [to(say('button-check'), 'check')]),
    ...reconnectButton(say, channel.network, channel.id),
    ...(isStopped
      ? [to(isRemoved(channel) ? say('button-form-restore') : say('button-resume'), 'resume')]
      : []),
    ...(hasTemplates(channel.network) && !isOff
      ? [to(say('button-templates'), 'channel-templates', '0')]
      : []),
    ...(form ? formButtons(say, channel.id, form) : []),
    ...dangersOf(channel)
      .filter(({ checked }) => !checked)
      .map(({ code, title }) => {
        const name = cutLine(nameOfDanger(say, code, title), 30)
        return to(say('button-danger-hide', { name }), 'hide', digestOfCode(code))
      }),
    ...(isConnected ? [to(say('button-disconnect'), 'disconnect')] : []),
    [{ text: say('button-back'), data: callbackData('channels') }],
  ]
}
