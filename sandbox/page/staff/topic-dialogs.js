import { api } from '../api.js'
import { choices, field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { choose } from '../selection.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'

const colours = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

const nameInput = (value) =>
  el('input', { class: 'input', name: 'name', required: true, maxlength: '128', value, dir: 'auto' })

/** The person opens a topic: a name and one of Telegram's six colours. */
export function openNewTopic(person, chat) {
  const say = words.group
  openDialog({
    title: say.newTopic,
    body: [
      field(say.topicName, nameInput('')),
      choices(
        say.colour,
        'colour',
        'radio',
        colours.map((value, index) => ({
          value: String(value),
          label: say.colours[index],
          checked: index === 0,
        })),
      ),
    ],
    submitLabel: say.createTopic,
    async submit(data) {
      const topic = await api('POST', `${chatPath(person, chat)}/topics`, {
        name: data.get('name'),
        iconColor: Number(data.get('colour')),
      })
      choose({ chat: chatKey(chat), topicId: topic.id, pane: 'chat' })
    },
  })
}

/** Another name for a topic. */
export function openTopicName(person, chat, topic) {
  openDialog({
    title: words.group.renameTopic,
    body: [field(words.group.topicName, nameInput(topic.name))],
    submitLabel: words.group.save,
    submit: (data) =>
      api('PATCH', `${chatPath(person, chat)}/topics/${topic.id}`, { name: data.get('name') }),
  })
}
