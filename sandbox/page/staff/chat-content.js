import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { sanitized } from '../sanitize.js'
import { words } from '../words.js'
import { follow } from './bot-link.js'

const symbols = {
  photo: 'photo',
  video: 'video',
  animation: 'video',
  video_note: 'video',
  voice: 'voice',
  audio: 'voice',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contact: 'contact',
}

/** The words of a message with their formatting; links and hidden text answer to presses. */
export function formatted({ html, text, caption }) {
  if (!html && !text && !caption) return undefined
  const body = el('div', { class: 'text', dir: 'auto' })
  if (html) body.append(sanitized(html))
  else body.textContent = text ?? caption
  for (const block of body.querySelectorAll('blockquote, pre')) dropBreakAfter(block)
  for (const link of body.querySelectorAll('a')) link.addEventListener('click', pressLink)
  for (const spoiler of body.querySelectorAll('.spoiler')) hide(spoiler)
  return body
}

/** A photo is shown, any other file is named and opens in a tab of its own. */
export function mediaPlate({ kind, fileName, url }) {
  if (kind === 'photo' && url) return el('img', { class: 'picture', src: url, alt: words.kinds.photo })
  const plate = el(
    'div',
    { class: `plate plate-${kind}` },
    icon(symbols[kind] ?? 'document'),
    said(fileName ?? words.kinds[kind] ?? kind),
  )
  return url ? el('a', { class: 'plate-link', href: url, target: '_blank', rel: 'noopener' }, plate) : plate
}

export function placePlate({ latitude, longitude, live_period: live }) {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
  return el('div', { class: 'plate' }, icon('location'), live ? `${words.kinds.live} · ${where}` : where)
}

export function contactPlate({ phone_number: number, first_name: name }) {
  return el(
    'div',
    { class: 'plate' },
    icon('contact'),
    el('span', {}, said(name, {}, 'strong'), el('small', {}, number)),
  )
}

/** A block already ends its line; the line break the text has there would show as an empty line. */
function dropBreakAfter(block) {
  const next = block.nextSibling
  if (next?.nodeType === Node.TEXT_NODE && next.data.startsWith('\n')) next.data = next.data.slice(1)
}

function pressLink(event) {
  event.preventDefault()
  follow(event.currentTarget.getAttribute('href'))
}

function hide(spoiler) {
  const show = () => {
    spoiler.classList.add('shown')
    spoiler.removeAttribute('role')
    spoiler.removeAttribute('aria-label')
  }
  spoiler.setAttribute('role', 'button')
  spoiler.setAttribute('tabindex', '0')
  spoiler.setAttribute('aria-label', words.staff.spoiler)
  spoiler.addEventListener('click', show)
  spoiler.addEventListener('keydown', (event) => event.key === 'Enter' && show())
}
