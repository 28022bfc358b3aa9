import { DeskError } from '#core/errors.ts'
import { actorOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { hasPublicLinks } from '../posts/has-public-links.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findPressedPost } from './pressed-post.ts'

/** How long the link opens the file. Whoever it is passed on to can open it too. */
const minutes = 60

/** Makes a link to a file that is too large for Telegram. The desk looks first whether it is the presser's to see. */
export const file = actionOn('file', async (ctx, attachmentId) => {
  const { desk, files } = ctx.tools
  const { organizationId } = ctx.member
  const { leadId, state } = await desk.ask(actorOf(ctx), 'findAttachment', { attachmentId })
  if (state !== 'stored' || !hasPublicLinks(files, organizationId, attachmentId)) {
    throw new DeskError('not-found', 'attachment-not-stored')
  }
  const { say, now } = ctx.voice
  const pressed = await findPressedPost(ctx)
  const url = files.link(organizationId, attachmentId, { minutes, download: true })
  await answerMember(
    ctx,
    'file-link',
    { html: say('file-link', { count: minutes }), buttons: [[{ text: say('button-file-open'), url }]] },
    {
      key: `file-link:${attachmentId}:${burst(now)}`,
      leadId,
      ...(pressed?.key ? { replyToKey: pressed.key } : {}),
    },
  )
  return undefined
})
