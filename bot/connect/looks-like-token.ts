const shapes = [
  // A Telegram bot's.
  /^\d{6,12}:[\w-]{30,}$/,
  // Facebook's and WhatsApp's.
  /^EAA[A-Za-z0-9]{30,}$/,
  // Instagram Login's.
  /^IG[A-Za-z0-9_-]{40,}$/,
  // LinkedIn's.
  /^AQ[A-Za-z0-9_-]{80,}$/,
]

/** Whether a message is nothing but an access token of a network, which nobody means to send to a customer. */
export function looksLikeToken(text: string): boolean {
  const word = text.trim()
  return shapes.some((shape) => shape.test(word))
}
