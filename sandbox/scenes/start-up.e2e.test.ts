import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../core/testing/clone-database.ts'
import { openSandbox, type Sandbox } from '../open-sandbox.ts'
import { launchApp } from './testing/run-app.ts'
import { sceneSettings, world } from './testing/world.ts'

let sandbox: Sandbox
let database: Awaited<ReturnType<typeof cloneDatabase>>
let settings: Record<string, string>

beforeAll(async () => {
  sandbox = await openSandbox()
  database = await cloneDatabase()
  settings = sceneSettings(sandbox.url, database.url)
})

afterAll(async () => {
  await sandbox?.close()
  await database?.drop()
})

/** Starts the app with these settings and gives how it ended; it must end by itself, having started nothing. */
async function refusalOf(env: Record<string, string>) {
  const app = launchApp(env)
  const late = setTimeout(() => app.signal('SIGKILL'), 40_000)
  const code = await app.ended
  clearTimeout(late)
  expect(app.url, 'it must not listen').toBe('')
  expect(sandbox.kernel.calls(), 'it must not call anybody').toEqual([])
  return { code, output: app.output() }
}

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)))

test.concurrent('all missing secrets are named together, and nothing is started', async () => {
  const { code, output } = await refusalOf(
    without('META_APP_SECRET', 'META_VERIFY_TOKEN', 'WHATSAPP_ACCESS_TOKEN', 'OWNER_TELEGRAM_ID'),
  )
  expect(code).toBe(78)
  for (const name of ['META_APP_SECRET', 'META_VERIFY_TOKEN', 'WHATSAPP_ACCESS_TOKEN', 'OWNER_TELEGRAM_ID']) {
    expect(output).toContain(name)
  }
})

test.concurrent('an app secret without a verify token, and the other way round, is refused', async () => {
  for (const name of ['META_APP_SECRET', 'META_VERIFY_TOKEN']) {
    const { code, output } = await refusalOf(without(name))
    expect(code).toBe(78)
    expect(output).toContain(name)
  }
})

test.concurrent('a placeholder is no secret', async () => {
  const { code, output } = await refusalOf({
    ...settings,
    META_APP_SECRET: 'changeme',
    META_VERIFY_TOKEN: 'CHANGE-ME',
  })
  expect(code).toBe(78)
  expect(output).toMatch(/META_APP_SECRET.*placeholder/)
  expect(output).toMatch(/META_VERIFY_TOKEN.*placeholder/)
})

test.concurrent('updates by webhook are refused without the secret that proves them', async () => {
  const { code, output } = await refusalOf({
    ...settings,
    TELEGRAM_UPDATES: 'webhook',
    PUBLIC_URL: 'https://desk.example.org',
  })
  expect(code).toBe(78)
  expect(output).toContain('TELEGRAM_WEBHOOK_SECRET')
})

test.concurrent('wrong values are all named with what is wrong about them, and no secret is repeated', async () => {
  const { code, output } = await refusalOf({
    ...settings,
    PORT: '70000',
    LOG_LEVEL: 'loud',
    META_GRAPH_ROOT: 'not an address',
    TELEGRAM_STAFF_BOT_TOKEN: 'no-token-at-all-but-secret',
    ROLES: 'web,king',
  })
  expect(code).toBe(78)
  for (const name of ['PORT', 'LOG_LEVEL', 'META_GRAPH_ROOT', 'TELEGRAM_STAFF_BOT_TOKEN', 'ROLES']) {
    expect(output).toContain(name)
  }
  expect(output).not.toContain('no-token-at-all-but-secret')
  expect(output).not.toContain(world.meta.appSecret)
})

test.concurrent('a database that does not answer ends the start with a sentence and not with a hang', async () => {
  const { code, output } = await refusalOf({
    ...settings,
    DATABASE_URL: 'postgres://nobody:secretword@127.0.0.1:9/none',
  })
  expect(code).toBe(1)
  expect(output).toMatch(/could not start/)
  expect(output).not.toContain('secretword')
})
