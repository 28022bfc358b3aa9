import { describe, expect, it } from 'vitest'
import { parseConfig } from '#core/config.ts'
import { botSettings, publicUrlProblems, updatesMode } from './settings.ts'

const token = '4200:AAAA-bbbb_cccc'
const read = (env: Record<string, string>) => parseConfig([botSettings] as const, env)[0]

describe('the settings of the staff bot', () => {
  it('may all be absent', () => {
    expect(read({})).toEqual({ TELEGRAM_API_ROOT: 'https://api.telegram.org' })
  })

  it('name the owner as missing when a token is set', () => {
    expect(() => read({ TELEGRAM_STAFF_BOT_TOKEN: token })).toThrow('OWNER_TELEGRAM_ID')
    expect(read({ TELEGRAM_STAFF_BOT_TOKEN: token, OWNER_TELEGRAM_ID: '7' }).OWNER_TELEGRAM_ID).toBe(7)
  })

  it('name the secret as missing when updates come by webhook', () => {
    expect(() => read({ TELEGRAM_UPDATES: 'webhook' })).toThrow('TELEGRAM_WEBHOOK_SECRET')
  })

  it('take a root with a slash at its end', () => {
    expect(read({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1/telegram/' }).TELEGRAM_API_ROOT).toBe(
      'http://127.0.0.1:1/telegram',
    )
  })

  it('ask for a public address and a secret where updates come by webhook', () => {
    const settings = read({ TELEGRAM_STAFF_BOT_TOKEN: token, OWNER_TELEGRAM_ID: '7' })
    expect(updatesMode(settings, undefined)).toBe('polling')
    expect(updatesMode(settings, 'https://desk.example.com')).toBe('webhook')
    expect(publicUrlProblems(settings, undefined)).toEqual([])
    expect(publicUrlProblems(settings, 'https://desk.example.com')[0]).toContain('TELEGRAM_WEBHOOK_SECRET')
    const webhook = {
      ...settings,
      TELEGRAM_UPDATES: 'webhook' as const,
      TELEGRAM_WEBHOOK_SECRET: 'x'.repeat(20),
    }
    expect(publicUrlProblems(webhook, undefined)[0]).toContain('PUBLIC_URL')
    expect(publicUrlProblems(webhook, 'https://desk.example.com')).toEqual([])
  })
})
