import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { TapOutcome, TapPlan } from '../fakes/taps.ts'
import { phoneNumberId } from '../load/whatsapp-bodies.ts'
import type { BenchDatabase, Workbench } from './open-workbench.ts'
import type { App } from './start-app.ts'
import { untilReady } from './start-app.ts'

/** The app's secret at the pretended Meta. */
export const appSecret = 'a secret of the benchmarks only'

/** The Telegram id of the desk's owner. */
export const ownerId = 5_000_000

/** A database, the pretended Telegram, and what the app has to be told to work with both. */
export interface Surroundings {
  database: BenchDatabase
  telegram: {
    url: string
    /** When each marked text was first heard since the last question. */
    arrivals(): Promise<[mark: number, at: number][]>
    /** By chat, the newest message with buttons. */
    keyboards(): Promise<[chatId: number, keyboard: { messageId: number; data: string[] }][]>
    tap(plan: TapPlan): Promise<TapOutcome[]>
    /** By chat, when something was sent or changed in it. */
    shown(): Promise<[chatId: number, at: number[]][]>
  }
  env: Record<string, string>
}

/** @param more settings beside those of WhatsApp and the staff bot */
export async function surround(bench: Workbench, more: Record<string, string> = {}): Promise<Surroundings> {
  const database = await bench.database()
  const telegram = await bench.child(join(import.meta.dirname, '../fakes/bot-api.ts'), {})
  const url = String(telegram.ready)
  return {
    database,
    telegram: {
      url,
      arrivals: async () => (await telegram.ask('arrivals')) as [number, number][],
      keyboards: async () =>
        (await telegram.ask('keyboards')) as [number, { messageId: number; data: string[] }][],
      tap: async (plan) => (await telegram.ask(plan)) as TapOutcome[],
      shown: async () => (await telegram.ask('shown')) as [number, number[]][],
    },
    env: {
      DATABASE_URL: database.url,
      DATA_DIR: await bench.folder(),
      META_APP_SECRET: appSecret,
      META_VERIFY_TOKEN: 'a word of the benchmarks only',
      META_GRAPH_ROOT: `${url}/graph`,
      WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
      WHATSAPP_ACCESS_TOKEN: 'a-token-of-the-benchmarks-only',
      TELEGRAM_API_ROOT: url,
      TELEGRAM_STAFF_BOT_TOKEN: '7000000001:benchmarks-only-benchmarks-only-00',
      OWNER_TELEGRAM_ID: String(ownerId),
      ENCRYPTION_KEY: createHash('sha256').update(appSecret).digest('base64'),
      ...more,
    },
  }
}

/** Starts the app in given surroundings, and waits until it is ready. */
export async function startDesk(
  bench: Workbench,
  { env }: Surroundings,
  roles: 'web' | 'worker' | 'web,worker',
): Promise<App> {
  const app = await bench.app({ ...env, ROLES: roles })
  await untilReady(app)
  return app
}

/** Where calls of WhatsApp go; calls of a mix name their own paths. */
export const webhookOf = (app: App): string => `${app.url}/webhooks/whatsapp`
