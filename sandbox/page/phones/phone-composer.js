import { createComposer } from '../composer.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { openAttachMenu } from './attach-menu.js'
import { sendFromPhone } from './send-from-phone.js'
import { summary } from './summary.js'

/** Writing as the customer. `answer(message)` makes the next message a reply to that one. */
export function createPhoneComposer() {
  let phone
  let replyTo
  let fromAd = false
  const above = el('div', { class: 'composer-above' })
  const attach = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.phones.attach, 'aria-haspopup': 'menu' },
    icon('plus'),
  )
  const send = (message) => {
    const extra = {}
    if (replyTo && message.kind !== 'reaction') extra.replyTo = replyTo.id
    if (fromAd) extra.referral = words.attach.adSample
    reset()
    return sendFromPhone(phone, { ...message, ...extra })
  }
  attach.addEventListener('click', () =>
    openAttachMenu(attach, phone, { send, fromAd: () => mark({ ad: true }) }),
  )
  const composer = createComposer({
    before: [attach],
    above: [above],
    sendLabel: words.phones.send,
    send: (text) => send({ kind: 'text', text }),
  })

  function mark({ reply, ad }) {
    replyTo = reply ?? replyTo
    fromAd = ad ?? fromAd
    above.replaceChildren(
      ...[
        replyTo && note('reply', words.phones.replyingTo, summary(replyTo)),
        fromAd && note('ad', words.phones.fromAd, words.attach.adSample.headline),
      ].filter(Boolean),
    )
    composer.input.focus()
  }
  function reset() {
    replyTo = undefined
    fromAd = false
    above.replaceChildren()
  }
  function note(symbol, label, text) {
    const cancel = el(
      'button',
      { type: 'button', class: 'icon-button small', 'aria-label': words.phones.cancel, onclick: reset },
      icon('close'),
    )
    return el(
      'div',
      { class: 'composer-note' },
      icon(symbol),
      el('span', {}, el('small', {}, label), said(text)),
      cancel,
    )
  }

  return {
    node: composer.node,
    answer: (message) => mark({ reply: message }),
    fromAd: () => mark({ ad: true }),
    draft(text) {
      composer.set(text)
      composer.input.focus()
    },
    draw(next) {
      if (next.id !== phone?.id) reset()
      phone = next
      composer.turnTo(next.id)
      composer.input.setAttribute('placeholder', words.phones.write(next.name))
      composer.input.setAttribute('aria-label', words.phones.write(next.name))
    },
  }
}
