import { api } from '../api.js'
import { field, openDialog, select } from '../dialog.js'
import { el } from '../element.js'
import { choose } from '../selection.js'
import { takePerson } from '../store.js'
import { words } from '../words.js'

/** A new person with a Telegram account. `then(person)` runs once they exist. */
export function openNewPerson(then = () => {}) {
  const say = words.newPerson
  const text = (name, required = false) =>
    el('input', { class: 'input', name, required, dir: 'auto', autocomplete: 'off' })
  openDialog({
    title: say.title,
    body: [
      field(say.firstName, text('firstName', true)),
      field(say.lastName, text('lastName')),
      field(say.username, text('username')),
      field(say.language, select('languageCode', words.languages, 'en')),
    ],
    submitLabel: say.create,
    async submit(data) {
      const given = [...data.entries()]
        .map(([name, value]) => [name, value.trim()])
        .filter(([, value]) => value !== '')
      const person = await api('POST', '/staff', Object.fromEntries(given))
      takePerson(person)
      choose({ personId: person.id, chat: undefined, topicId: undefined, pane: 'list' })
      then(person)
    },
  })
}
