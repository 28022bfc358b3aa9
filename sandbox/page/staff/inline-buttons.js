import { api, attempt } from '../api.js'
import { openDialog } from '../dialog.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMiniApp } from '../mini-app/open-mini-app.js'
import { toast } from '../toast.js'
import { words } from '../words.js'
import { follow } from './bot-link.js'
import { chatPath } from './chat-path.js'

/** The rows of buttons under a card. A press waits for the bot's answer and shows it as the bot asked. */
export function inlineButtons(message, at) {
  if (!message.buttons?.length) return undefined
  const rows = message.buttons.map((row) =>
    el('div', { class: 'button-row' }, ...row.map((button) => inlineButton(button, message, at))),
  )
  return el('div', { class: 'inline-buttons' }, ...rows)
}

function inlineButton(button, message, at) {
  const { url, webApp } = button
  const press = webApp
    ? () => attempt(openMiniApp(chatPath(at.person, at.chat), { messageId: message.id, url: webApp }, follow))
    : url
      ? () => follow(url)
      : (event) => ask(event.currentTarget, button, message, at)
  return el(
    'button',
    { type: 'button', class: 'inline-button', onclick: press },
    said(button.text),
    url && icon('external'),
    webApp && icon('window'),
  )
}

async function ask(node, { callbackData }, message, { person, chat }) {
  node.setAttribute('aria-busy', 'true')
  try {
    const answer = await api('POST', `${chatPath(person, chat)}/callback`, {
      messageId: message.id,
      data: callbackData,
    })
    show(answer)
  } catch {
    // The refusal is on the screen already; the button becomes usable again below.
    return
  } finally {
    node.removeAttribute('aria-busy')
  }
}

function show({ answered, text, showAlert, url }) {
  if (!answered) toast(words.staff.noAnswer)
  else if (url) follow(url)
  else if (text && showAlert)
    openDialog({ title: text, body: [], submitLabel: words.staff.ok, className: 'alert' })
  else if (text) toast(text)
}
