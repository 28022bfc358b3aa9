import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { botSettings } from '../bot/settings.ts'
import { printEnvExample } from '../core/config.ts'
import { mediaSettings } from '../core/media/media-settings.ts'
import { coreSettings } from '../core/settings.ts'
import { webhookSettings } from '../webhooks/settings.ts'

/** The text of `.env.example`, from the rooms' settings. */
export const printAllSettings = (): string =>
  printEnvExample([coreSettings, mediaSettings, botSettings, webhookSettings])

if (process.argv.includes('--write')) {
  writeFileSync(join(import.meta.dirname, '../.env.example'), printAllSettings())
}
