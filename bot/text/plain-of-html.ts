const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Our own HTML as the plain text that it shows: for the times when Telegram does not take the HTML. */
export const plainOfHtml = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => signs[name] ?? whole)
