/**
 * Tells times as people of a language write them. Languages whose day has 24 hours write two digits, so 02:11 and not
 * 2:11, which ICU does only without the day beside it.
 */
export function clockOf(language: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const clock = new Intl.DateTimeFormat(language, parts)
  if (!parts.hour || clock.resolvedOptions().hour12) return clock
  return new Intl.DateTimeFormat(language, { ...parts, hour: '2-digit' })
}
