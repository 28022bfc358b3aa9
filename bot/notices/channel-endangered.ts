import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { adviseOnDanger, isOfToken, nameOfDanger } from '../channels/danger-words.ts'
import { reconnectButton } from '../connect/reconnect-button.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { noticeOf } from './notice.ts'
import { tellLeaders } from './tell-leaders.ts'

/** Something threatens a channel that still works: owners and admins learn what, and what to do. */
export const channelEndangered = noticeOf(
  'channel.endangered',
  async (tools, { id, organizationId, data }) => {
    const { channelAccountId, code, ...danger } = data
    await tellLeaders(tools, organizationId, channelAccountId, {
      kind: 'alarm',
      key: `endangered:${id}`,
      write: ({ say }, title, { network }) => {
        const name = escapeHtml(nameOfDanger(say, code, danger.title))
        return {
          html: `⚠️ ${say('channel-endangered', { title, danger: name })}\n${adviseOnDanger(say, code, danger)}`,
          buttons: [
            ...(isOfToken(code) ? reconnectButton(say, network, channelAccountId) : []),
            [{ text: say('button-channel'), data: callbackData('channel', shortId(channelAccountId)) }],
          ],
        }
      },
    })
  },
)

/** What threatened a channel is over. */
export const channelRelieved = noticeOf('channel.relieved', async (tools, { id, organizationId, data }) => {
  const { channelAccountId, code } = data
  await tellLeaders(tools, organizationId, channelAccountId, {
    kind: 'quiet',
    key: `relieved:${id}`,
    write: ({ say }, title) => ({
      html: `✅ ${say('channel-relieved', { title, danger: escapeHtml(nameOfDanger(say, code)) })}`,
    }),
  })
})
