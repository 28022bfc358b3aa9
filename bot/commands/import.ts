import { DeskError } from '#core/errors.ts'
import { canImportLeads } from '#core/policy.ts'
import type { PostContent } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { showPosts } from '../posts/show-posts.ts'
import type { BotCommand } from './command.ts'

/** `/import`: asks for a list of people as a file; the file below the question begins it. */
export const importList: BotCommand = {
  name: 'import',
  describedBy: 'command-import',
  may: canImportLeads,
  async run(ctx) {
    if (!canImportLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
    const { say } = ctx.voice
    // In the private chat also when it was asked for in a topic: there, a file would go to the customer.
    const question: PostContent = {
      method: 'send',
      html: `📥 ${say('import-ask')}`,
      ask: say('import-placeholder'),
      purpose: 'import-file',
    }
    const key = `import-file:${ctx.update.update_id}`
    await showPosts(ctx.tools.desk, ctx.member.organizationId, [
      privatePost(ctx.person.telegramUserId, key, question),
    ])
  },
}
