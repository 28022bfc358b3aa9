import { assignmentMethods } from '#core/assignment/decide-assignment.ts'
import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import {
  absenceChoices,
  capacityChoices,
  limitFace,
  limitsFace,
  settingsFace,
} from '../assignment/settings-face.ts'
import { readOverview, showPage } from '../assignment/show-settings.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type Action, actionOn } from './action.ts'

const outdated = () => new DeskError('not-found', 'button-outdated')

/** Back to all settings of assignment. */
export const openAssignment: Action = {
  verb: 'assignment',
  async run(ctx) {
    await showPage(ctx, settingsFace(ctx.voice, await readOverview(ctx)))
    return undefined
  },
}

type Setting = InputOf<(typeof commands)['setAssignment']>

function readSetting(name: string, value: string): Setting | undefined {
  const method = assignmentMethods.find((one) => one === value)
  if (name === 'method' && method) return { method }
  const minutes = absenceChoices.find((one) => String(one) === value)
  if (name === 'absence' && (minutes || value === 'off')) return { absenceMinutes: minutes ?? null }
  if (name === 'shift' && (value === 'on' || value === 'off')) return { returnsOffShift: value === 'on' }
  return undefined
}

/** Changes one of the settings. */
export const setAssignment: Action = {
  verb: 'assign-set',
  async run(ctx, [name = '', value = '']) {
    const setting = readSetting(name, value)
    if (!setting) throw outdated()
    await ctx.tools.desk.perform(actorOf(ctx), 'setAssignment', setting)
    await showPage(ctx, settingsFace(ctx.voice, await readOverview(ctx)))
    return ctx.voice.say('toast-kept')
  },
}

/** How many leads each is given at most. */
export const limits: Action = {
  verb: 'limits',
  async run(ctx) {
    await showPage(ctx, limitsFace(ctx.voice, await readOverview(ctx)))
    return undefined
  },
}

/** The limit of everybody who has none of his own. */
export const limitAll: Action = {
  verb: 'limit-all',
  async run(ctx, [value = '']) {
    const capacity = capacityChoices.find((one) => String(one) === value)
    if (!capacity && value !== 'none') throw outdated()
    await ctx.tools.desk.perform(actorOf(ctx), 'setAssignment', { capacity: capacity ?? null })
    await showPage(ctx, limitsFace(ctx.voice, await readOverview(ctx)))
    return ctx.voice.say('toast-kept')
  },
}

/** The limit of one member. */
export const limitOf = actionOn('limit-of', async (ctx, memberId) => {
  await showLimit(ctx, memberId)
  return undefined
})

/** Gives a member a limit of his own, or the common one. */
export const setLimit = actionOn('limit-set', async (ctx, memberId, [value = '']) => {
  const capacity = capacityChoices.find((one) => String(one) === value)
  if (!capacity && value !== 'common') throw outdated()
  await ctx.tools.desk.perform(actorOf(ctx), 'setCapacity', { memberId, capacity: capacity ?? null })
  await showLimit(ctx, memberId)
  return ctx.voice.say('toast-kept')
})

async function showLimit(ctx: MemberContext, memberId: string): Promise<void> {
  const { members } = await readOverview(ctx)
  const member = members.find(({ id }) => id === memberId)
  if (!member) throw new DeskError('not-found', 'member-not-found')
  await showPage(ctx, limitFace(ctx.voice, member, escapeHtml(cutLine(member.name, 64))))
}
