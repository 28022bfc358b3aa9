import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { isLeadSource } from '../channels/networks.ts'
import { reconnectButton } from '../connect/reconnect-button.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { sayFailure } from './failure-words.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'
import { tellLeaders } from './tell-leaders.ts'

/** A channel sends nothing any more until a person mends it: owners and admins learn why and what to do. */
export const channelStopped = noticeOf('channel.stopped', async (tools, { id, organizationId, data }) => {
  const { channelAccountId, failure } = data
  await tellLeaders(tools, organizationId, channelAccountId, {
    kind: 'alarm',
    key: `stopped:${id}`,
    write: ({ say }, title, { network }) => ({
      html: `🛑 ${say('channel-stopped', { title })}\n${sayFailure(say, failure)}\n\n${say('channel-stopped-advice')}`,
      buttons: [
        ...reconnectButton(say, network, channelAccountId),
        [{ text: say('button-resume'), data: callbackData('resume', shortId(channelAccountId)) }],
      ],
    }),
  })
})

/** A stopped channel works again. */
export const channelResumed = noticeOf('channel.resumed', async (tools, { id, organizationId, data }) => {
  await tellLeaders(tools, organizationId, data.channelAccountId, {
    kind: 'quiet',
    key: `resumed:${id}`,
    write: ({ say }, title, { network }) => ({
      html: `✅ ${isLeadSource(network) ? say('channel-takes-again', { title }) : say('channel-resumed', { title })}`,
    }),
  })
})

/** An account was connected at the network, and nobody here typed its token. */
export const channelConnected = noticeOf('channel.connected', async (tools, { id, organizationId, data }) => {
  const { channelAccountId } = data
  await tellLeaders(tools, organizationId, channelAccountId, {
    kind: 'quiet',
    key: `connected:${id}`,
    write: ({ say }, title) => ({
      html: `🔌 ${say('channel-connected', { title })}`,
      buttons: [[{ text: say('button-channel'), data: callbackData('channel', shortId(channelAccountId)) }]],
    }),
  })
})

/** A person ended the use of an account: all who lead know that nothing goes out there any more. */
export const channelDisconnected = noticeOf('channel.disconnected', async (tools, event) => {
  const { id, organizationId, data } = event
  const team = await readColleagues(tools, organizationId)
  const by = team.find((member) => member.id === data.byId)?.name
  await tellLeaders(tools, organizationId, data.channelAccountId, {
    kind: 'personal',
    key: `disconnected:${id}`,
    write: ({ say }, title, { network }) => ({
      html: `🔌 ${by ? say('channel-disconnected-by', { title, name: escapeHtml(by) }) : say('channel-disconnected', { title })}`,
      buttons: reconnectButton(say, network, data.channelAccountId),
    }),
  })
})
