import type { ChannelModule } from '../channel-module.ts'
import { optionalSecret } from '../meta/meta-settings.ts'
import { createTelegramPorts } from './create-telegram-port.ts'
import { createTelegramReader } from './read-telegram.ts'

export const telegramShape = {
  TELEGRAM_CUSTOMER_BOT_TOKEN: optionalSecret(
    'Token of the bot that customers write to, from @BotFather.',
  ).refine(
    (token) => token === undefined || /^\d{1,18}:[\w-]+$/.test(token),
    'is not a token as @BotFather gives it: digits, a colon, letters',
  ),
}

/** Customers' bots, and owners' own accounts that are connected to them (Telegram Business). */
export const telegramModule: ChannelModule = {
  networks: ['telegram', 'telegram_business'],
  sources: ['telegram_customer'],
  createReader: createTelegramReader,
  createPorts: ({ telegram, timeoutMs }) =>
    createTelegramPorts({ ...telegram, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
  settings: telegramShape,
}
