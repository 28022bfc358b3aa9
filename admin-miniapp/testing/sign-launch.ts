import { createHmac } from 'node:crypto'

export const botToken = `4200:${'x'.repeat(35)}`

/** Launch data as Telegram signs it, of a person, made now unless said otherwise. */
export function launchOf(
  telegramUserId: number,
  more: Record<string, string> = {},
  token = botToken,
): string {
  const fields = {
    query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
    user: JSON.stringify({
      id: telegramUserId,
      first_name: 'Amina',
      last_name: 'B & C + D',
      language_code: 'fr',
    }),
    auth_date: String(Math.floor(Date.now() / 1_000)),
    signature: 'c2lnbmF0dXJlLW9mLXRlbGVncmFt',
    ...more,
  }
  return signLaunch(fields, token)
}

/** Signs fields with a bot's token, as Telegram's documentation says, and writes them as its apps do. */
export function signLaunch(fields: Record<string, string>, token = botToken): string {
  const checked = Object.keys(fields)
    .sort()
    .map((key) => `${key}=${fields[key]}`)
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', secret).update(checked).digest('hex')
  return Object.entries({ ...fields, hash })
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
}
