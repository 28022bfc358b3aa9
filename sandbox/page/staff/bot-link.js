import { api, attempt } from '../api.js'
import { choices, openDialog } from '../dialog.js'
import { said } from '../element.js'
import { openMiniApp } from '../mini-app/open-mini-app.js'
import { choose, chosenChat, chosenPerson } from '../selection.js'
import { store } from '../store.js'
import { askCustomer } from '../telegram/start-link.js'
import { toast } from '../toast.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'
import { openNewPerson } from './new-person.js'
import { fullName } from './people-strip.js'
import { askGroupFor } from './start-group.js'

/**
 * Opens the private chat of a person with a bot and sends /start, with the payload of the link if it had
 * one.
 */
export async function startBot(personId, username, payload) {
  await api('POST', `/staff/${personId}/chats/${encodeURIComponent(`bot:${username}`)}/messages`, {
    text: payload ? `/start ${payload}` : '/start',
  })
  choose({ personId, chat: `bot:${username}`, topicId: undefined, pane: 'chat' })
}

/** Reads t.me and tg: addresses that lead to a bot; undefined for every other address. */
export function readBotLink(address) {
  const link = URL.canParse(address) ? new URL(address) : undefined
  if (!link) return undefined
  const inPath = /^(?:www\.)?(?:t|telegram)\.me$/i.test(link.hostname)
    ? /^\/(\w+)\/?$/.exec(link.pathname)?.[1]
    : undefined
  const bot = link.protocol === 'tg:' ? (link.searchParams.get('domain') ?? undefined) : inPath
  if (!bot) return undefined
  return {
    bot,
    start: link.searchParams.get('start') ?? undefined,
    group: link.searchParams.get('startgroup') ?? undefined,
    app: link.searchParams.get('startapp') ?? undefined,
  }
}

const isInvite = (address) => /^https:\/\/t\.me\/\+[\w-]+$/.test(address)

/** A link into a group was pressed: the person whose Telegram it is comes in. */
async function joinGroup(link) {
  const person = chosenPerson()
  if (!person) return
  const { group } = await api('POST', `/staff/${person.id}/join`, { link })
  choose({ chat: String(group), topicId: undefined, pane: 'chat' })
}

/**
 * Follows an address pressed in a chat. Links to bots stay inside the playground; others open in a new tab.
 */
export function follow(address) {
  if (isInvite(address)) return attempt(joinGroup(address))
  const link = readBotLink(address)
  if (link?.group !== undefined) return askGroupFor({ bot: link.bot, payload: link.group })
  if (link?.app !== undefined) return openAppOf(link)
  const isForCustomers = store.bots.some((bot) => bot.username === link?.bot && bot.forCustomers)
  if (isForCustomers) return askCustomer(link)
  if (link) return askWho(link)
  if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer')
}

/** A link to the main Mini App of a bot: it opens in the Telegram that is on the screen, over the chat that is. */
function openAppOf({ bot, app }) {
  const person = chosenPerson()
  if (!person) return toast(words.miniApp.nobody)
  const chat = chosenChat() ?? { type: 'private', bot }
  attempt(openMiniApp(chatPath(person, chat), { bot, startParam: app }, follow))
}

function askWho({ bot, start }) {
  const here = chosenPerson()
  const people = store.staff.map((person) => ({
    value: String(person.id),
    label: fullName(person),
    checked: person.id === here?.id,
  }))
  const someone = { value: 'new', label: words.openBot.someoneNew, checked: people.length === 0 }
  openDialog({
    title: words.openBot.title(bot),
    body: [
      said(words.openBot.line(start), { class: 'hint' }, 'p'),
      choices(words.openBot.as, 'person', 'radio', [...people, someone]),
    ],
    submitLabel: words.openBot.open,
    async submit(data) {
      const chosen = data.get('person')
      if (chosen === 'new') openNewPerson((person) => attempt(startBot(person.id, bot, start)))
      else await startBot(Number(chosen), bot, start)
    },
  })
}
