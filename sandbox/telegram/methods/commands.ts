import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { createParams } from '../params.ts'
import { groupRights } from '../standing.ts'
import { commandKey } from '../visible-commands.ts'
import { readWebApp } from '../web-apps/check-web-app-url.ts'
import type { BotCommand } from '../world.ts'
import { needReadableChat } from './need-chat.ts'

const wholeScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']

function readScope(call: MethodCall): string {
  const raw = call.params.json('scope') ?? { type: 'default' }
  if (typeof raw !== 'object' || raw === null)
    throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object")
  const scope: Record<string, unknown> = { ...raw }
  const type = String(scope.type ?? '')
  if (wholeScopes.includes(type)) return type
  if (!['chat', 'chat_administrators', 'chat_member'].includes(type)) {
    throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  }
  if (scope.chat_id === undefined)
    throw badRequest('can\'t parse BotCommandScope: Can\'t find field "chat_id"')
  // The chat must be one the bot knows, as for any other method.
  const params = createParams(new Map([['chat_id', scope.chat_id]]), new Map())
  needReadableChat({ ...call, params })
  if (type !== 'chat_member') return `${type}:${scope.chat_id}`
  if (scope.user_id === undefined)
    throw badRequest('can\'t parse BotCommandScope: Can\'t find field "user_id"')
  return `${type}:${scope.chat_id}:${scope.user_id}`
}

function readKey(call: MethodCall): string {
  const language = call.params.string('language_code') ?? ''
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  return commandKey(readScope(call), language)
}

function readCommand(value: unknown): BotCommand {
  const raw: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  for (const field of ['command', 'description']) {
    if (typeof raw[field] !== 'string')
      throw badRequest(`can't parse BotCommand: Can't find field "${field}"`)
  }
  const command = String(raw.command).replace(/^\//, '').trim()
  const description = String(raw.description).trim()
  if (command === '') throw badRequest('command must be non-empty')
  if (command.length > 32) throw badRequest('command length must not exceed 32')
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description === '') throw badRequest('command description must be non-empty')
  if ([...description].length > 256) throw badRequest('command description length must not exceed 256')
  return { command, description }
}

function tellPage({ ground, bot }: MethodCall) {
  for (const chat of ground.world.chats.values()) {
    if (chat.bots[bot.id]) announce(ground, chat)
  }
}

/** setMyCommands: at most 100 for a scope and a language; names 1–32 of [a-z0-9_], descriptions 1–256. */
export const setMyCommands: Method = (call) => {
  const list = call.params.json('commands')
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand')
  if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  call.bot.commands[readKey(call)] = list.map(readCommand)
  tellPage(call)
  return true
}

export const getMyCommands: Method = (call) => call.bot.commands[readKey(call)] ?? []

export const deleteMyCommands: Method = (call) => {
  delete call.bot.commands[readKey(call)]
  tellPage(call)
  return true
}

function setText(field: string, most: number): Method {
  return ({ bot, params }) => {
    const text = params.string(field) ?? ''
    if ([...text].length > most) throw badRequest(`${field.replace('_', ' ')} is too long`)
    const key = `${field}|${params.string('language_code') ?? ''}`
    bot.profile[key] = text
    if (key === 'name|' && text !== '') bot.firstName = text
    return true
  }
}

function getText(field: string): Method {
  return ({ bot, params }) => {
    const own = bot.profile[`${field}|${params.string('language_code') ?? ''}`] ?? bot.profile[`${field}|`]
    return { [field]: own ?? (field === 'name' ? bot.firstName : '') }
  }
}

export const setMyName = setText('name', 64)
export const getMyName = getText('name')
export const setMyDescription = setText('description', 512)
export const getMyDescription = getText('description')
export const setMyShortDescription = setText('short_description', 120)
export const getMyShortDescription = getText('short_description')

/** setChatMenuButton: for one private chat, or for all. */
export const setChatMenuButton: Method = ({ bot, params }) => {
  const button = params.json('menu_button') ?? { type: 'default' }
  const type = typeof button === 'object' && button !== null && 'type' in button ? button.type : undefined
  if (!['default', 'commands', 'web_app'].includes(String(type))) {
    throw badRequest("can't parse MenuButton: Unsupported type specified")
  }
  if (type === 'web_app') readWebApp((button as Record<string, unknown>).web_app, 'menu button')
  bot.profile[`menu_button|${params.string('chat_id') ?? ''}`] = button
  return true
}

export const getChatMenuButton: Method = ({ bot, params }) =>
  bot.profile[`menu_button|${params.string('chat_id') ?? ''}`] ??
  bot.profile['menu_button|'] ?? { type: 'commands' }

/** setMyDefaultAdministratorRights: what the apps suggest when somebody makes the bot an administrator. */
export const setMyDefaultAdministratorRights: Method = ({ bot, params }) => {
  const given = params.json('rights') ?? {}
  if (typeof given !== 'object' || given === null)
    throw badRequest("can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object")
  const rights: Record<string, unknown> = { ...given }
  bot.profile['rights|'] = Object.fromEntries(groupRights.map((right) => [right, rights[right] === true]))
  return true
}

export const getMyDefaultAdministratorRights: Method = ({ bot }) => ({
  is_anonymous: false,
  ...Object.fromEntries(groupRights.map((right) => [right, false])),
  ...(bot.profile['rights|'] as Record<string, boolean> | undefined),
})
