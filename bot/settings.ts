import { z } from 'zod'
import { defineSettings, type SettingsOf, secret } from '#core/config.ts'

/** The staff bot's settings. */
export const botSettings = defineSettings({
  title: 'Staff bot (Telegram)',
  shape: {
    TELEGRAM_STAFF_BOT_TOKEN: secret('Token of the bot in which staff work, from @BotFather.')
      .regex(/^\d{1,18}:[\w-]+$/, 'is not a token as @BotFather gives it: digits, a colon, letters')
      .optional(),
    TELEGRAM_API_ROOT: z
      .url()
      .default('https://api.telegram.org')
      .transform((root) => root.replace(/\/+$/, ''))
      .describe("Where Telegram's Bot API is; another one for a server of your own."),
    TELEGRAM_WEBHOOK_SECRET: secret('What Telegram sends with each update, so that nobody else can.')
      .regex(/^[\w-]{1,256}$/, 'may have only A-Z, a-z, 0-9, _ and -, at most 256 of them')
      .optional(),
    TELEGRAM_UPDATES: z
      .enum(['webhook', 'polling'])
      .optional()
      .describe('How updates come: webhook (where PUBLIC_URL is set) or polling (else).'),
    OWNER_TELEGRAM_ID: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('The Telegram id (a number) of the person who owns the desk; @userinfobot tells it.'),
    DESK_CHAT_ID: z.coerce
      .number()
      .int()
      .negative()
      .optional()
      .describe(
        'The id (a negative number) of the group with topics in which the team works, while none is chosen; owners choose one by /desk.',
      ),
  },
  problems: (values) => [
    ...(values.TELEGRAM_STAFF_BOT_TOKEN && !values.OWNER_TELEGRAM_ID
      ? [
          'OWNER_TELEGRAM_ID: is missing. With TELEGRAM_STAFF_BOT_TOKEN set, somebody must own the desk, ' +
            'or nobody could use it: set the Telegram id of that person.',
        ]
      : []),
    ...(values.TELEGRAM_UPDATES === 'webhook' && !values.TELEGRAM_WEBHOOK_SECRET
      ? [
          'TELEGRAM_WEBHOOK_SECRET: is missing. TELEGRAM_UPDATES=webhook needs it, ' +
            'or anybody could send updates in the name of staff.',
        ]
      : []),
  ],
})

export type BotSettings = SettingsOf<typeof botSettings>

/** How updates come: as set; otherwise by webhook where the desk has a public address. */
export const updatesMode = (settings: BotSettings, publicUrl: string | undefined): 'webhook' | 'polling' =>
  settings.TELEGRAM_UPDATES ?? (publicUrl ? 'webhook' : 'polling')

/**
 * The rules between these settings and PUBLIC_URL, which belongs to another room: sentences for the operator.
 *
 * @param hasBot whether any bot, of staff or of customers, takes updates
 */
export function publicUrlProblems(
  settings: BotSettings,
  publicUrl: string | undefined,
  hasBot = settings.TELEGRAM_STAFF_BOT_TOKEN !== undefined,
): string[] {
  if (!hasBot || updatesMode(settings, publicUrl) !== 'webhook') return []
  if (!publicUrl) {
    return [
      'PUBLIC_URL: is missing. TELEGRAM_UPDATES=webhook needs the address at which Telegram reaches the desk.',
    ]
  }
  return settings.TELEGRAM_WEBHOOK_SECRET || settings.TELEGRAM_UPDATES === 'webhook'
    ? []
    : [
        'TELEGRAM_WEBHOOK_SECRET: is missing. With PUBLIC_URL set, updates come by webhook, which needs it; ' +
          'or set TELEGRAM_UPDATES=polling.',
      ]
}
