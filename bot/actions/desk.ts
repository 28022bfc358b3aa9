import { DeskError } from '#core/errors.ts'
import { planes } from '#core/team-desk/team-desk.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { askForGroup } from '../team-desk/ask-for-group.ts'
import { deskFace } from '../team-desk/desk-face.ts'
import { takeGroup } from '../team-desk/take-group.ts'
import type { Action } from './action.ts'
import { changePressed } from './pressed-post.ts'

const show = (ctx: MemberContext, face: Face): Promise<void> =>
  changePressed(ctx, face, 'desk', `desk:${ctx.update.update_id}`)

async function showDesk(ctx: MemberContext): Promise<void> {
  const kept = await ctx.tools.desk.ask(actorOf(ctx), 'readTeamDesk', {})
  if (!kept) throw new DeskError('not-found', 'desk-none')
  await show(ctx, deskFace(ctx.voice.say, kept))
}

/** Looks whether a group has all that it needs, and takes or mends it. What a button names is looked at like any other. */
export const checkDesk: Action = {
  verb: 'desk-check',
  async run(ctx, [chat = '']) {
    if (!/^-\d{1,20}$/.test(chat)) throw new DeskError('not-found', 'button-outdated')
    const lack = await takeGroup(ctx, Number(chat))
    if (lack) await show(ctx, lack)
    else await showDesk(ctx)
    return lack ? ctx.voice.say('toast-desk-lacks') : ctx.voice.say('toast-desk-works')
  },
}

/** Chooses where leads are worked on. */
export const setPlane: Action = {
  verb: 'desk-plane',
  async run(ctx, [chosen]) {
    const plane = planes.find((one) => one === chosen)
    if (!plane) throw new DeskError('not-found', 'button-outdated')
    await ctx.tools.desk.perform(actorOf(ctx), 'setDeskPlane', { plane })
    await showDesk(ctx)
    return undefined
  },
}

/** Asks for another group; the one that there is stays until one is chosen. */
export const chooseDesk: Action = {
  verb: 'desk-choose',
  async run(ctx) {
    await askForGroup(ctx)
    return undefined
  },
}

/** Asks whether the team is really to work without its group. */
export const leaveDesk: Action = {
  verb: 'desk-leave',
  async run(ctx) {
    const { say } = ctx.voice
    await show(ctx, {
      html: say('desk-leave-ask'),
      buttons: [
        [{ text: say('button-desk-leave-yes'), data: callbackData('desk-leave-yes') }],
        [{ text: say('button-back'), data: callbackData('desk') }],
      ],
    })
    return undefined
  },
}

/** The team works in private chats again, after the question. */
export const leaveDeskYes: Action = {
  verb: 'desk-leave-yes',
  async run(ctx) {
    await ctx.tools.desk.perform(actorOf(ctx), 'leaveTeamDesk', {})
    await show(ctx, { html: ctx.voice.say('desk-left'), buttons: [] })
    return undefined
  },
}

/** Back to how the group stands. */
export const backToDesk: Action = {
  verb: 'desk',
  async run(ctx) {
    await showDesk(ctx)
    return undefined
  },
}
