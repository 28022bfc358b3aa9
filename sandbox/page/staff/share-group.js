import { api } from '../api.js'
import { choices, field, openDialog } from '../dialog.js'
import { el, said } from '../element.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'

const aNewOne = 'new'

/** A choice of the person's groups, and of making a new one, with its title: what both kinds of asking have in common. */
export function groupChoice(person, say) {
  const groups = person.chats.filter(({ type }) => type !== 'private')
  const options = groups.map(({ id, title }, index) => ({
    value: String(id),
    label: title,
    checked: index === 0,
  }))
  const title = el('input', { class: 'input', name: 'title', value: words.newGroup.sample, dir: 'auto' })
  return {
    body: [
      choices(say.which, 'group', 'radio', [
        ...options,
        { value: aNewOne, label: say.aNewOne, checked: groups.length === 0 },
      ]),
      field(say.title, title),
    ],
    /** `{ group }` or `{ title }`, as the person chose. */
    read: (data) =>
      data.get('group') === aNewOne ? { title: title.value.trim() } : { group: Number(data.get('group')) },
  }
}

/** A bot asked for a group by a button of its keyboard: the person picks one of theirs, or makes one for it. */
export function askGroup(button, message, { person, chat }) {
  const say = words.shareGroup
  const choice = groupChoice(person, say)
  const { request_chat: request } = button
  openDialog({
    title: button.text,
    body: [
      said(request.chat_is_forum ? say.lineForum(chat.bot) : say.line(chat.bot), { class: 'hint' }, 'p'),
      ...choice.body,
    ],
    submitLabel: say.share,
    async submit(data) {
      await api('POST', `${chatPath(person, chat)}/shared-chat`, {
        messageId: message.id,
        requestId: request.request_id,
        ...choice.read(data),
      })
    },
  })
}
