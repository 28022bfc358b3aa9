import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { isDisconnectedHere, isRemoved, signOf } from './channel-words.ts'
import { nameOfDanger } from './danger-words.ts'
import type { Channel } from './read-channel.ts'

/** As many as fit into one message and under it. */
const mostShown = 40

/** Every channel with how it stands, those in trouble first; what was removed or disconnected comes last. */
export function channelListFace(voice: Voice, channels: Channel[]): Face {
  const { say, mark } = voice
  const isOff = (one: Channel) => isRemoved(one) || isDisconnectedHere(one)
  const shown = [...channels.filter((one) => !isOff(one)), ...channels.filter(isOff)].slice(0, mostShown)
  const lines = shown.map((channel) => `${mark}${lineOf(voice, channel)}`)
  const open: Button[][] = shown.map((channel) => [
    {
      text: cutLine(`${signOf(channel)} ${sayChannel(say, channel)}`, 40),
      data: callbackData('channel', shortId(channel.id)),
    },
  ])
  return {
    html: [
      `📡 <b>${say('channels-title', { count: channels.length })}</b>`,
      '',
      ...(lines.length > 0 ? lines : [say('channels-none')]),
    ].join('\n'),
    buttons: [...open, [{ text: say('button-connect'), data: callbackData('begin', 'connect') }]],
  }
}

function lineOf({ say }: Voice, channel: Channel): string {
  const title = `${signOf(channel)} <b>${escapeHtml(sayChannel(say, channel))}</b>`
  if (isRemoved(channel)) return `${title} – ${say('channel-removed')}`
  if (isDisconnectedHere(channel)) return `${title} – ${say('channel-off')}`
  if (channel.state === 'stopped') return `${title} – ${say('channel-standing')}`
  const dangers = Object.entries(channel.dangers).map(([code, danger]) =>
    nameOfDanger(say, code, danger.title),
  )
  return dangers.length > 0 ? `${title} – ${escapeHtml(cutLine(dangers.join(', '), 120))}` : title
}
