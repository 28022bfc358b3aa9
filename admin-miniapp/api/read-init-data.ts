import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** For how long after Telegram signed it launch data begins a session. In seconds. */
export const longestAge = 3_600
/** How far Telegram's clock may be ahead of ours. In seconds. */
export const mostAhead = 60
/** Telegram's are a tenth of this. */
const longestData = 8_192

/** Who opened the page, as Telegram signed it. */
export interface Launch {
  telegramUserId: number
  name: string
  username?: string
  language?: string
  /** What the link that opened it says, such as `lead_…`; Telegram signs it too. */
  asked?: string
}

/** Unknown fields are Telegram's own, and signed like the others. */
const userShape = z.object({
  id: z.int().positive(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().max(35).optional(),
  is_bot: z.literal(false).optional(),
})

/**
 * Reads Telegram's launch data (`initData`) and makes sure that Telegram signed it for this bot, and lately. One strict
 * parser reads what is checked and what is used: percent-encoding only, no key twice, nothing that could be read in two
 * ways. What Telegram's other signature (`signature`, for third parties) says is part of what is checked and no more.
 * The same data may begin several sessions within its time: the page is loaded again, and Telegram signs nothing anew.
 *
 * @param now in milliseconds
 * @returns undefined for whatever is wrong with it: nobody is told which
 */
export function readInitData(initData: string, botToken: string, now: number): Launch | undefined {
  const pairs = parse(initData)
  const hash = pairs?.get('hash')
  if (!pairs || !hash || !isSigned(pairs, hash, botToken)) return undefined
  if (!isFresh(pairs.get('auth_date') ?? '', now)) return undefined
  const user = readUser(pairs.get('user') ?? '')
  if (!user) return undefined
  return {
    telegramUserId: user.id,
    name: [user.first_name, user.last_name].filter(Boolean).join(' ').slice(0, 200) || String(user.id),
    ...(user.username ? { username: user.username } : {}),
    ...(user.language_code ? { language: user.language_code } : {}),
    ...(pairs.has('start_param') ? { asked: pairs.get('start_param') ?? '' } : {}),
  }
}

function parse(initData: string): Map<string, string> | undefined {
  if (initData.length > longestData) return undefined
  const pairs = new Map<string, string>()
  for (const part of initData.split('&')) {
    // A plus is a space to some parsers and a plus to others; Telegram writes neither.
    const [, key, written] = /^([a-z_]{1,32})=([^=+&#\s]*)$/.exec(part) ?? []
    if (key === undefined || written === undefined || pairs.has(key)) return undefined
    const value = decode(written)
    if (value === undefined || /[\r\n]/.test(value)) return undefined
    pairs.set(key, value)
  }
  return pairs
}

function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
  } catch {
    return undefined
  }
}

function isSigned(pairs: ReadonlyMap<string, string>, hash: string, botToken: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(hash)) return false
  const checked = [...pairs]
    .filter(([key]) => key !== 'hash')
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest()
  const expected = createHmac('sha256', secret).update(checked).digest()
  const given = Buffer.from(hash, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function isFresh(authDate: string, now: number): boolean {
  if (!/^[1-9]\d{0,10}$/.test(authDate)) return false
  const age = now / 1_000 - Number(authDate)
  return age <= longestAge && age >= -mostAhead
}

function readUser(json: string): z.output<typeof userShape> | undefined {
  try {
    return userShape.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
