import { askerOf } from '#core/actor.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { canManageChannels } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import type { Viewer } from '../cards/lead-card-face.ts'
import type { Button } from '../posts/post-content.ts'

/**
 * A row that opens a channel's page for whoever may mend it. In a group a link does, since the page is not for everybody
 * there: it opens in the private chat of the one who follows it.
 */
export function channelButton(say: Say, channelAccountId: string, viewer: Viewer): Button[][] {
  const text = say('button-channel')
  const short = shortId(channelAccountId)
  if (viewer.isGroup) {
    const url = viewer.link?.(`channel_${short}`)
    return url ? [[{ text, url }]] : []
  }
  return canManageChannels(askerOf(viewer)) ? [[{ text, data: callbackData('channel', short) }]] : []
}
