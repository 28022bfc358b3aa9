import { api } from '../api.js'
import { choices, field, openDialog, select } from '../dialog.js'
import { el } from '../element.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { fullName } from './people-strip.js'

const say = words.group

function roleOf(chat, id) {
  const member = chat.members.find((known) => known.id === id)
  if (!member) return 'absent'
  if (member.role === 'member') return 'member'
  return member.anonymous ? 'anonymous' : 'administrator'
}

function changeRole(chat, person, by, role) {
  const members = `/groups/${chat.id}/members`
  const here = `${members}/${person.id}`
  const isInside = chat.members.some(({ id }) => id === person.id)
  if (role === 'absent') return api('DELETE', here, by.id === person.id ? {} : { by: by.id })
  const added = isInside ? Promise.resolve() : api('POST', members, { id: person.id, by: by.id })
  if (role === 'member' && !isInside) return added
  const change = role === 'member' ? { administrator: false } : { anonymous: role === 'anonymous' }
  return added.then(() => api('PATCH', here, { by: by.id, ...change }))
}

/** Who is in the group and as what; everything that is changed is done as the person whose Telegram it is. */
export function openGroupPeople(by, chat) {
  const creator = chat.members.find(({ role }) => role === 'creator')?.id
  const rows = store.staff.map((person) => {
    const { absent, member, ...forCreator } = say.roles
    const options = person.id === creator ? { ...forCreator, administrator: say.creator } : say.roles
    return field(fullName(person), select(String(person.id), options, roleOf(chat, person.id)))
  })
  openDialog({
    title: say.people,
    body: rows,
    submitLabel: say.save,
    async submit(data) {
      for (const person of store.staff) {
        const role = data.get(String(person.id))
        if (role !== roleOf(chat, person.id)) await changeRole(chat, person, by, role)
      }
    },
  })
}

/** What a bot is in the group, and which rights it has there as an administrator. */
export function openGroupBot(by, chat, username) {
  const bot = chat.bots.find((known) => known.username === username)
  const isInside = bot?.status === 'administrator' || bot?.status === 'member'
  const rights = Object.entries(say.rights).map(([value, label]) => ({
    value,
    label,
    checked: bot?.rights.includes(value),
  }))
  openDialog({
    title: `@${username}`,
    body: [
      field(say.botIs, select('status', say.botStatus, isInside ? bot.status : 'kicked')),
      choices(say.botRights, 'rights', 'checkbox', rights),
    ],
    submitLabel: say.save,
    async submit(data) {
      const status = data.get('status')
      const chosen = Object.fromEntries(data.getAll('rights').map((right) => [right, true]))
      const standing = status === 'administrator' ? chosen : 'member'
      const address = `/groups/${chat.id}/bots`
      if (status === 'kicked')
        return isInside && api('PATCH', `${address}/${username}`, { by: by.id, status: 'kicked' })
      if (isInside) return api('PATCH', `${address}/${username}`, { by: by.id, rights: standing })
      return api('POST', address, { bot: username, by: by.id, rights: standing })
    },
  })
}

/** Another title for the group. */
export function openGroupTitle(by, chat) {
  openDialog({
    title: say.rename,
    body: [
      field(
        words.newGroup.name,
        el('input', { class: 'input', name: 'title', required: true, value: chat.title, dir: 'auto' }),
      ),
    ],
    submitLabel: say.save,
    submit: (data) => api('PATCH', `/groups/${chat.id}`, { by: by.id, title: data.get('title') }),
  })
}
