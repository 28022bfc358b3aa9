import type { Say } from '#core/i18n.ts'

const kindKeys: Record<string, string> = {
  phone: 'identity-phone',
  email: 'identity-email',
  whatsapp_username: 'identity-whatsapp-username',
  instagram_username: 'identity-instagram-username',
  telegram_username: 'identity-telegram-username',
}

/** What kind of name something is; undefined for the networks' own ids, which tell people nothing. */
export function sayIdentityKind(say: Say, kind: string): string | undefined {
  const key = Object.hasOwn(kindKeys, kind) ? kindKeys[kind] : undefined
  return key ? say(key) : undefined
}

/** A username as people write it; everything else as it is. */
export const shownIdentity = (kind: string, value: string): string =>
  kind.endsWith('_username') ? `@${value}` : value
