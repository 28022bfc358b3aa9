import { callKeys, ownCallKeys } from '#core/words/of-messages.ts'
import { tellDuration } from '../../text/tell-duration.ts'
import type { KindView } from '../message-view.ts'

/** A call that rang, was taken or refused, or ended after so long. */
export const showCall: KindView = (say, { data }) => {
  const isOwn = data.direction === 'outbound'
  const event = String(data.event)
  if (event === 'terminate') {
    const seconds = Number(data.seconds)
    if (seconds > 0) {
      const lasted = tellDuration(say, seconds * 1000)
      return {
        label: isOwn ? say('message-call-out-ended', { lasted }) : say('message-call-ended', { lasted }),
      }
    }
    return { label: isOwn ? say('message-call-out-missed') : say('message-call-missed') }
  }
  const keys = isOwn ? ownCallKeys : callKeys
  const key = Object.hasOwn(keys, event) ? keys[event] : undefined
  return { label: key ? say(key) : say('message-call') }
}
