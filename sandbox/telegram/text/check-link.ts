export type CheckedLink = { url: string } | { error: string }

/**
 * Judges a link as Telegram does and returns it in Telegram's spelling (protocol added, a slash after a
 * bare host).
 */
export function checkLink(link: string): CheckedLink {
  const text = link.trim()
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (protocol === 'tg' || /^tg:/i.test(text)) return { url: text }
  if (protocol !== undefined && !['http', 'https', 'ton'].includes(protocol)) {
    return { error: 'Unsupported URL protocol' }
  }
  const rest = protocol === undefined ? text : text.slice(protocol.length + 3)
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? []
  if (authority === '') return { error: 'URL host is empty' }
  const host = authority.replace(/^.*@/, '').replace(/:\d+$/, '')
  const looksLikeHost = /^\[[0-9a-f:.]+\]$/i.test(host) || /^[^\s.]+(\.[^\s.]+)+$/.test(host)
  if (!looksLikeHost) return { error: 'Wrong HTTP URL' }
  const tail = path.startsWith('/') ? path : `/${path}`
  return { url: `${protocol ?? 'http'}://${authority.toLowerCase()}${tail}` }
}

/** The user of a `tg://user?id=…` link, which Telegram turns into a mention; undefined for any other link. */
export function mentionedUser(link: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\/?\?id=(\d+)/i.exec(link)?.[1]
  return id === undefined ? undefined : Number(id)
}
