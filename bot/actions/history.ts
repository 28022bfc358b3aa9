import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { historyFace } from '../cards/history-face.ts'
import { actorOf } from '../context.ts'
import { appButton } from '../mini-app/app-button.ts'
import { answerMember } from '../posts/answer-member.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { findPressedPost } from './pressed-post.ts'

/** How far back one message of history reaches, at most. */
const newestLines = 100

/** Shows what was said, noted and done on a lead; from there one gets to the person behind it, and to all of it in the Mini App. */
export const history = actionOn('history', async (ctx, leadId) => {
  const { desk } = ctx.tools
  const card = await findCard(ctx, leadId)
  const lines = await desk.ask(actorOf(ctx), 'readHistory', { leadId, limit: newestLines })
  const team = await desk.ask(actorOf(ctx), 'listMembers', {})
  const own = team.find(({ id }) => id === ctx.member.memberId)
  const pressed = await findPressedPost(ctx)
  const face = historyFace(ctx.voice, card, lines, own?.timeZone ?? 'UTC')
  const { say } = ctx.voice
  const person = { text: say('button-person'), data: callbackData('person', shortId(leadId)) }
  const buttons = [[person, appButton(say, card)]]
  await answerMember(
    ctx,
    'history',
    { ...face, buttons },
    {
      key: `history:${leadId}:${burst(ctx.voice.now)}`,
      leadId,
      ...(pressed?.key ? { replyToKey: pressed.key } : {}),
    },
  )
  return undefined
})
