import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that seals network tokens: ENCRYPTION_KEY (base64 or hex of at least 32 bytes; several, newest first,
 * separated by commas), else one that is made once and kept in the data folder, readable by its owner only.
 *
 * @returns the keys and, where one was made or found in the folder, its path: the operator must back it up
 */
export function encryptionKeys(
  setting: string | undefined,
  dataDir: string,
): { keys: [Buffer, ...Buffer[]]; path?: string } {
  if (setting) return { keys: parseKeys(setting) }
  const path = join(dataDir, 'encryption.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    // Exclusive: of two processes that start at once, one makes the key and the other reads it.
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return { keys: parseKeys(readFileSync(path, 'utf8').trim()), path }
}

/** @throws when any key is shorter than 32 bytes */
export function parseKeys(setting: string): [Buffer, ...Buffer[]] {
  const [first, ...rest] = setting.split(',').map((text) => parseKey(text.trim()))
  if (!first) throw new Error('ENCRYPTION_KEY is empty.')
  return [first, ...rest]
}

function parseKey(text: string): Buffer {
  const key = /^[0-9a-f]{64,}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length < 32) {
    throw new Error('ENCRYPTION_KEY is too short: it needs 32 bytes. Make one with: openssl rand -base64 32')
  }
  return key
}
