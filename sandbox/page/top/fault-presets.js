const second = 1000

/**
 * Troubles worth meeting, in the words of who meets them. `fault` is what the control API gets; those
 * without `forMs` end after a number of calls.
 */
export const faultPresets = [
  {
    group: 'telegram',
    label: 'Too many messages',
    hint: '429, “retry after 5”, for 30 seconds',
    fault: {
      target: 'telegram',
      kind: 'http-429',
      method: 'sendMessage',
      retryAfterSeconds: 5,
      forMs: 30 * second,
    },
  },
  {
    group: 'telegram',
    label: 'Telegram is down',
    hint: 'a proxy’s 502 page for 20 seconds',
    fault: { target: 'telegram', kind: 'http-502-html', forMs: 20 * second },
  },
  {
    group: 'telegram',
    label: 'The answer gets lost',
    hint: 'the next message is posted, then the line breaks',
    fault: { target: 'telegram', kind: 'accept-then-reset', method: 'sendMessage', times: 1 },
  },
  {
    group: 'graph',
    label: 'Meta fails',
    hint: '500 for 30 seconds',
    fault: { target: 'graph', kind: 'http-500', forMs: 30 * second },
  },
  {
    group: 'graph',
    label: 'Time-out',
    hint: 'the next message gets no answer for a minute',
    fault: { target: 'graph', kind: 'hang', method: 'messages', times: 1, delayMs: 65 * second },
  },
  {
    group: 'graph',
    label: 'Sent, but who knows',
    hint: 'the next message goes out, the answer does not come back',
    fault: { target: 'graph', kind: 'accept-then-reset', method: 'messages', times: 1 },
  },
  {
    group: 'graph',
    label: 'Too fast',
    hint: 'Meta’s rate limit for 30 seconds',
    fault: { target: 'graph', kind: 'http-429', retryAfterSeconds: 5, forMs: 30 * second },
  },
  {
    group: 'graph',
    label: 'The access token expired',
    hint: '401 until you clear it',
    fault: {
      target: 'graph',
      kind: 'error',
      status: 401,
      body: {
        error: {
          message: 'Error validating access token: Session has expired.',
          type: 'OAuthException',
          code: 190,
          error_subcode: 463,
          fbtrace_id: 'playground',
        },
      },
    },
  },
  {
    group: 'webhook',
    label: 'Everything three times',
    hint: 'Meta repeats itself for 60 seconds',
    fault: { target: 'meta-webhook', kind: 'duplicate', copies: 3, forMs: 60 * second },
  },
  {
    group: 'webhook',
    label: 'Out of order',
    hint: 'held for 4 seconds, then in reverse; for a minute',
    fault: { target: 'meta-webhook', kind: 'disorder', delayMs: 4 * second, forMs: 60 * second },
  },
  {
    group: 'webhook',
    label: 'Lost on the way',
    hint: 'the next notice from Meta never arrives',
    fault: { target: 'meta-webhook', kind: 'drop', times: 1 },
  },
  {
    group: 'webhook',
    label: 'Telegram repeats itself',
    hint: 'each update twice for 60 seconds',
    fault: { target: 'telegram-webhook', kind: 'duplicate', copies: 2, forMs: 60 * second },
  },
]

/** The preset a running fault was made from, for its name; undefined for faults set by others. */
export function presetOf(fault) {
  return faultPresets.find(({ fault: preset }) =>
    Object.entries(preset).every(([name, value]) => name === 'body' || fault[name] === value),
  )
}
