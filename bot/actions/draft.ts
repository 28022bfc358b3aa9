import { canChangeDraft } from '#core/drafts/can-change-draft.ts'
import { mustStand } from '#core/drafts/must-stand.ts'
import { DeskError } from '#core/errors.ts'
import { authorize } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askNewWords } from '../dialogues/draft.ts'
import { sendPrepared } from '../drafts/send-prepared.ts'
import { findWaiting, readDraft, refreshDraft, showDraft } from '../drafts/show-draft.ts'
import { mayDraft } from '../drafts/take-draft.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'

/** Shows the prepared answer of a lead that waits, or says how one is written. */
export const draft = actionOn('draft', async (ctx, leadId) => {
  const { say, now } = ctx.voice
  const waiting = await findWaiting(ctx, leadId)
  if (!waiting) return mayDraft(ctx) ? say('draft-none') : say('draft-none-yet')
  const { revision, seen } = waiting
  await showDraft(ctx, waiting, `${burst(now)}-${revision}-${seen}`)
  return undefined
})

/** Sends the shown draft: with `seen` into the conversation that was shown beside it. */
export const sendShownDraft = actionOn('draft-send', async (ctx, draftId, [revision, seen]) => {
  const prepared = {
    draftId,
    revision: readRevision(revision),
    ...(seen === undefined ? {} : { confirmed: seen }),
    origin: ownOrigin(ctx, ctx.callbackQuery?.message?.message_id ?? 0),
  }
  return onShown(ctx, draftId, () => sendPrepared(ctx, prepared))
})

/** Asks for other words. */
export const editShownDraft = actionOn('draft-edit', async (ctx, draftId, [revision]) => {
  const at = readRevision(revision)
  const found = await readDraft(ctx, draftId)
  const { memberId, role, permissions } = ctx.member
  authorize(canChangeDraft({ kind: 'member', memberId, role, permissions }, found))
  return onShown(ctx, draftId, async () => {
    mustStand(found, at)
    await askNewWords(ctx, found, burst(ctx.voice.now))
    return undefined
  })
})

/** Throws the shown draft away. */
export const dropShownDraft = actionOn('draft-drop', async (ctx, draftId, [revision]) => {
  const dropped = { draftId, revision: readRevision(revision) }
  return onShown(ctx, draftId, async () => {
    await ctx.tools.desk.perform(actorOf(ctx), 'discardDraft', dropped)
    await refreshDraft(ctx, draftId)
    return ctx.voice.say('draft-toast-thrown')
  })
})

/** Does something with the shown draft; where somebody or something else was faster, it is shown as it is now. */
async function onShown(
  ctx: MemberContext,
  draftId: string,
  act: () => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'conflict' && error.code.startsWith('draft-')) {
      await refreshDraft(ctx, draftId)
    }
    throw error
  }
}

function readRevision(written = ''): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new DeskError('not-found', 'button-outdated')
  return Number(written)
}
