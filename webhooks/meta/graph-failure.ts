import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { GraphFailure } from './graph-client.ts'

/** What went wrong with a Graph call, in Meta's own numbers and words where it gave any. */
export function failureOf(answer: GraphFailure): NetworkFailure {
  switch (answer.kind) {
    case 'error': {
      const { code, message, detail } = answer.error
      return { code: String(code), title: message, ...(detail === undefined ? {} : { detail }) }
    }
    case 'turned-away':
      return { code: `http-${answer.status}`, title: `HTTP ${answer.status} without a reason` }
    case 'not-sent':
      return { code: 'no-connection', title: 'No connection to Meta', detail: answer.reason }
    case 'cut-off': {
      const title = 'The file could not be read, or not uploaded in time'
      return { code: 'file-unread', title, detail: answer.reason }
    }
    case 'bad-token':
      return { code: 'bad-token', title: 'The access token holds characters that no token has' }
    case 'unconfirmed':
      return { code: 'no-answer', title: 'Sent, but no readable answer came back', detail: answer.reason }
  }
}
