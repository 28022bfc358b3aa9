import { listKey } from '../imports/begin-list.ts'
import { importFace } from '../imports/import-face.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'

/**
 * How far the import of a list has come: the post of the member who sent it changes in place, and the rows that are left
 * out come as a file below it. Nobody else is told.
 */
export const contactImportChanged = noticeOf(
  'contact-import.changed',
  async (tools, { id, organizationId, data: { importId } }) => {
    const list = await tools.desk.ask(botActor(organizationId), 'readImport', { importId })
    const team = await readColleagues(tools, organizationId)
    const member = team.find((one) => one.id === list.byId)
    if (!member || member.unreachable) return
    const voice = createVoice(tools.words, member.language)
    const targetKey = listKey(importId)
    const { html, buttons = [] } = importFace(voice, list)
    const posts = [
      privatePost(
        member.telegramUserId,
        `list-news:${id}`,
        { method: 'edit', html, buttons },
        { targetKey, mergeKey: `change:${targetKey}`, urgency: 2 },
      ),
    ]
    if (list.state === 'checked' && list.report) {
      posts.push(
        privatePost(
          member.telegramUserId,
          `list-report:${list.report.id}`,
          {
            method: 'file',
            attachmentId: list.report.id,
            manner: 'document',
            fileName: `${list.fileName.replace(/\.\w{1,5}$/, '')} - ${voice.say('import-report-name')}.csv`,
          },
          { replyToKey: targetKey },
        ),
      )
    }
    await showPosts(tools.desk, organizationId, posts)
  },
)
