import { api, attempt } from '../api.js'
import { field, openDialog, select } from '../dialog.js'
import { el } from '../element.js'
import { openMenu } from '../menu.js'
import { store } from '../store.js'
import { toast } from '../toast.js'
import { words } from '../words.js'

const say = words.account

/** What happens to the business's own accounts at Meta rather than between people. */
export function openAccountMenu(anchor) {
  openMenu(anchor, [
    { icon: 'list', label: say.notice, hint: say.noticeHint, act: () => attempt(askNotice()) },
    { icon: 'clock', label: say.history, hint: say.historyHint, act: askHistory },
    { icon: 'contact', label: say.contacts, hint: say.contactsHint, act: () => attempt(sendContacts()) },
    {
      icon: 'block',
      label: say.policy,
      act: () => attempt(api('POST', '/meta/policy', { action: 'block' })),
    },
  ])
}

const named = (names) => Object.fromEntries(names.map((name) => [name, name]))

/** The names are Meta's own words, which is what somebody who tries them looks for. */
async function askNotice() {
  const { fields, accountEvents } = await api('GET', '/meta/notices')
  const notice = select('field', named(fields), 'message_template_status_update')
  const event = field(say.event, select('event', named(accountEvents), 'ACCOUNT_RESTRICTION'))
  const show = () => {
    event.hidden = notice.value !== 'account_update'
  }
  notice.addEventListener('change', show)
  show()
  openDialog({
    title: say.notice,
    body: [field(say.field, notice), event],
    submitLabel: words.send,
    submit: (data) => {
      const about = data.get('field')
      const more = about === 'account_update' ? { event: data.get('event') } : {}
      return api('POST', '/meta/notices', { field: about, ...more })
    },
  })
}

function askHistory() {
  const count = el('input', {
    class: 'input',
    name: 'messages',
    type: 'number',
    min: '1',
    max: '20000',
    value: '60',
  })
  const decline = el(
    'label',
    { class: 'choice' },
    el('input', { type: 'checkbox', name: 'decline' }),
    el('span', {}, say.decline),
  )
  openDialog({
    title: say.history,
    body: [el('p', { class: 'hint' }, say.historyHint), field(say.messages, count), decline],
    submitLabel: words.send,
    submit: (data) =>
      api('POST', '/meta/history', { messages: Number(data.get('messages')), decline: data.has('decline') }),
  })
}

async function sendContacts() {
  const contacts = store.phones.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []))
  const sent = await api('POST', '/meta/contacts-sync', { contacts })
  toast(say.contactsSent(sent.contacts))
}
