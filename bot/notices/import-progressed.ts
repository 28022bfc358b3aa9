import { sayImport } from '../channels/import-words.ts'
import type { Voice } from '../voice.ts'
import { sayFailure } from './failure-words.ts'
import { noticeOf } from './notice.ts'
import { tellLeaders } from './tell-leaders.ts'

/**
 * How far the import of a channel's old chats has come: one post that changes in place. The first report is told by the
 * post itself; that it is then changed into the same is nothing that Telegram does.
 */
export const importProgressed = noticeOf('import.progressed', async (tools, { id, organizationId, data }) => {
  const { channelAccountId, progress = 0, failure } = data
  const targetKey = `import:${channelAccountId}`
  const write = ({ say }: Voice, title: string) => ({
    html: failure
      ? `🗄 ${say('import-of', { title })}\n⚠️ ${say('import-failed')}\n${sayFailure(say, failure)}`
      : `🗄 ${say('import-of', { title })}\n${sayImport(say, progress)}`,
  })
  await tellLeaders(
    tools,
    organizationId,
    channelAccountId,
    { kind: 'quiet', key: targetKey, write },
    { kind: 'quiet', key: `import:${id}`, targetKey, write },
  )
})
