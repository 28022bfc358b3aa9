import type { AssignmentRule } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { DeskError } from '#core/errors.ts'
import { longId, namedId } from '#core/new-id.ts'
import { aboutFace, ruleFace, rulesFace, targetsFace, valuesFace } from '../assignment/rule-faces.ts'
import { readRuleToken } from '../assignment/rule-token.ts'
import { sayConditions } from '../assignment/say-rule.ts'
import { readOverview, showPage } from '../assignment/show-settings.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { type Action, actionOn } from './action.ts'

const outdated = () => new DeskError('not-found', 'button-outdated')

function ruleIn({ rules }: AssignmentOverview, ruleId: string): AssignmentRule {
  const rule = rules.find(({ id }) => id === ruleId)
  if (!rule) throw new DeskError('not-found', 'rule-not-found')
  return rule
}

/** A rule as a button names it: `new` is none yet. */
function findRule(overview: AssignmentOverview, named: string): AssignmentRule | undefined {
  if (named === 'new') return undefined
  const ruleId = longId(named)
  if (!ruleId) throw outdated()
  return ruleIn(overview, ruleId)
}

async function showRule(ctx: MemberContext, ruleId: string): Promise<void> {
  const overview = await readOverview(ctx)
  await showPage(ctx, ruleFace(ctx.voice, ruleIn(overview, ruleId), overview))
}

const showRules = async (ctx: MemberContext) => showPage(ctx, rulesFace(ctx.voice, await readOverview(ctx)))

/** All rules. */
export const openRules: Action = {
  verb: 'rules',
  async run(ctx) {
    await showRules(ctx)
    return undefined
  },
}

/** One rule. */
export const openRule = actionOn('rule', async (ctx, ruleId) => {
  await showRule(ctx, ruleId)
  return undefined
})

/** Asks what a rule is to be about: first of which kind. */
export const ruleAbout: Action = {
  verb: 'rule-about',
  async run(ctx, [rule = '']) {
    findRule(await readOverview(ctx), rule)
    await showPage(ctx, aboutFace(ctx.voice, rule))
    return undefined
  },
}

/** Offers the values of that kind. */
export const ruleKind: Action = {
  verb: 'rule-kind',
  async run(ctx, [rule = '', kind = '']) {
    const overview = await readOverview(ctx)
    findRule(overview, rule)
    const face = valuesFace(ctx.voice, rule, kind, overview)
    if (!face) throw outdated()
    await showPage(ctx, face)
    return undefined
  },
}

/** Adds a condition to a rule; of a new one it is asked next whom it gives leads to. */
export const ruleValue: Action = {
  verb: 'rule-value',
  async run(ctx, [rule = '', token = '']) {
    const overview = await readOverview(ctx)
    const about = readRuleToken(token, overview)
    if (!about) throw outdated()
    if (rule === 'new') {
      await showPage(ctx, targetsFace(ctx.voice, token, sayConditions(ctx.voice, about, overview), overview))
      return undefined
    }
    const ruleId = findRule(overview, rule)?.id ?? ''
    await ctx.tools.desk.perform(actorOf(ctx), 'changeAssignmentRule', { ruleId, ...about })
    await showRule(ctx, ruleId)
    return ctx.voice.say('toast-kept')
  },
}

/** Makes a rule. Pressed twice on one message it is one rule. */
export const ruleNew: Action = {
  verb: 'rule-new',
  async run(ctx, [token = '', wanted = '']) {
    const about = readRuleToken(token, await readOverview(ctx))
    const id = longId(wanted.slice(1))
    if (!about || !id || !/^[mt]/.test(wanted)) throw outdated()
    const place = `${accountOf(ctx)}:${ctx.chat?.id ?? 0}:${ctx.callbackQuery?.message?.message_id ?? 0}`
    const ruleId = namedId(`rule:${ctx.member.organizationId}:${place}:${token}:${wanted}`)
    const target = wanted.startsWith('t') ? { teamId: id } : { memberIds: [id] }
    await ctx.tools.desk.perform(actorOf(ctx), 'addAssignmentRule', { ruleId, ...about, target })
    await showRule(ctx, ruleId)
    return ctx.voice.say('toast-kept')
  },
}

/** Gives the leads of a rule to a team. */
export const ruleTeam = actionOn('rule-team', async (ctx, ruleId, [short = '']) => {
  const teamId = longId(short)
  if (!teamId) throw outdated()
  await ctx.tools.desk.perform(actorOf(ctx), 'changeAssignmentRule', { ruleId, target: { teamId } })
  await showRule(ctx, ruleId)
  return ctx.voice.say('toast-kept')
})

/** Takes a member in among those to whom a rule gives leads, or out of them. */
export const ruleMember = actionOn('rule-member', async (ctx, ruleId, [short = '']) => {
  const memberId = longId(short)
  if (!memberId) throw outdated()
  const overview = await readOverview(ctx)
  const { target } = ruleIn(overview, ruleId)
  const active = overview.members.map(({ id }) => id)
  const before = 'memberIds' in target ? target.memberIds.filter((id) => active.includes(id)) : []
  const memberIds = before.includes(memberId) ? before.filter((id) => id !== memberId) : [...before, memberId]
  if (memberIds.length === 0) throw new DeskError('invalid', 'rule-needs-somebody')
  await ctx.tools.desk.perform(actorOf(ctx), 'changeAssignmentRule', { ruleId, target: { memberIds } })
  await showRule(ctx, ruleId)
  return ctx.voice.say('toast-kept')
})

/** How a rule chooses among its people. */
export const ruleMethod = actionOn('rule-method', async (ctx, ruleId, [word]) => {
  if (word !== 'turn' && word !== 'load') throw outdated()
  const method = word === 'turn' ? 'round-robin' : 'balanced'
  await ctx.tools.desk.perform(actorOf(ctx), 'changeAssignmentRule', { ruleId, method })
  await showRule(ctx, ruleId)
  return ctx.voice.say('toast-kept')
})

/** Puts a rule before or behind its neighbour. */
export const ruleMove = actionOn('rule-move', async (ctx, ruleId, [way]) => {
  if (way !== 'up' && way !== 'down') throw outdated()
  await ctx.tools.desk.perform(actorOf(ctx), 'moveAssignmentRule', { ruleId, by: way === 'up' ? -1 : 1 })
  await showRule(ctx, ruleId)
  return ctx.voice.say('toast-kept')
})

/** Takes a rule away. */
export const ruleRemove = actionOn('rule-remove', async (ctx, ruleId) => {
  ruleIn(await readOverview(ctx), ruleId)
  await ctx.tools.desk.perform(actorOf(ctx), 'removeAssignmentRule', { ruleId })
  await showRules(ctx)
  return ctx.voice.say('toast-rule-removed')
})
