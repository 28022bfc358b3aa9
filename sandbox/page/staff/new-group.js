import { api } from '../api.js'
import { choices, field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { choose, chosenPerson } from '../selection.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { fullName } from './people-strip.js'

/** A new group of staff people and bots, with topics unless one does not want them. */
export function openNewGroup() {
  const say = words.newGroup
  const here = chosenPerson()
  const members = store.staff.map((person) => ({
    value: String(person.id),
    label: fullName(person),
    checked: person.id === here?.id,
  }))
  const staffBots = store.bots.filter(({ forCustomers }) => !forCustomers)
  const bots = staffBots.map(({ username }) => ({
    value: username,
    label: `@${username}`,
    checked: true,
  }))
  openDialog({
    title: say.title,
    body: [
      field(
        say.name,
        el('input', { class: 'input', name: 'title', required: true, value: say.sample, dir: 'auto' }),
      ),
      el(
        'label',
        { class: 'choice' },
        el('input', { type: 'checkbox', name: 'isForum', checked: true }),
        say.forum,
      ),
      choices(say.members, 'members', 'checkbox', members),
      choices(say.bots, 'bots', 'checkbox', bots),
    ],
    submitLabel: say.create,
    async submit(data) {
      const chat = await api('POST', '/groups', {
        title: data.get('title'),
        isForum: data.has('isForum'),
        // As in the apps: a group is a small one until it needs more.
        basic: !data.has('isForum'),
        members: data.getAll('members').map(Number),
        bots: data.getAll('bots'),
      })
      choose({ chat: String(chat.id), topicId: undefined, pane: 'chat' })
    },
  })
}
