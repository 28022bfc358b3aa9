import { api } from '../api.js'
import { openDialog } from '../dialog.js'
import { said } from '../element.js'
import { choose, chosenPerson } from '../selection.js'
import { words } from '../words.js'
import { groupChoice } from './share-group.js'

/** A link with `?startgroup=` was pressed: the person adds the bot to a group of theirs, or to a new one. */
export function askGroupFor({ bot, payload }) {
  const person = chosenPerson()
  if (!person) return
  const say = words.startGroup
  const choice = groupChoice(person, say)
  openDialog({
    title: say.heading(bot),
    body: [said(say.line(payload), { class: 'hint' }, 'p'), ...choice.body],
    submitLabel: say.add,
    async submit(data) {
      const { group, title } = choice.read(data)
      const made = title && (await api('POST', '/groups', { title, isForum: true, members: [person.id] }))
      const id = group ?? made.id
      await api('POST', `/groups/${id}/bots`, { bot, by: person.id, ...(payload ? { payload } : {}) })
      choose({ chat: String(id), topicId: undefined, pane: 'chat' })
    },
  })
}
