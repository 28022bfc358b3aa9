import { longId, shortId } from '#core/new-id.ts'
import { canGive, canManageTeam } from '#core/policy.ts'
import { sayRole } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { invitableRoles, invitedRoles } from '../team/member-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { tellDuration } from '../text/tell-duration.ts'
import { defineWizard, type Steps } from './engine/wizard.ts'

/** A little is added to what is left of an invitation, so that seven days are told as seven and not as six. */
const roundUpMs = 60_000
const longestName = 64

/** As what somebody is invited: one of the four, or a role of the organization's own by its short id. */
interface Invited {
  role: string
  /** What it is called; not escaped. */
  called: string
}

/** Links for new colleagues, one after another. Begun with a role, `of`, it does not ask for that at first. */
export const invite = defineWizard({
  name: 'invite',
  version: 1,
  calledBy: 'wizard-invite',
  allowed: canManageTeam,
  async run(steps, { of = '' }) {
    let role = of
    for (;;) {
      const offered = await steps.do('roles', listInvited)
      let invited = offered.find((one) => one.role === role)
      invited ??= await askRole(steps, offered)
      const name = await askName(steps, invited)
      await giveLink(steps, invited, name)
      if (!(await askForMore(steps))) break
      role = ''
    }
    await steps.tell('done', ({ voice: { say } }) => ({ html: `✅ ${say('invite-done')}` }))
  },
})

/** What to offer; the desk looks again when it is chosen. */
async function listInvited(ctx: MemberContext): Promise<Invited[]> {
  const { say } = ctx.voice
  const own = await ctx.tools.desk.ask(actorOf(ctx), 'listRoles', {})
  return [
    ...invitableRoles(ctx).map((role) => ({ role: role as string, called: sayRole(say, role) })),
    ...own
      .filter(({ permissions }) => canGive({ kind: 'member', ...ctx.member }, permissions))
      .map(({ id, name }) => ({ role: shortId(id), called: cutLine(tame(name), 40) })),
  ]
}

async function askRole(steps: Steps, offered: Invited[]): Promise<Invited> {
  const answer = await steps.ask('role', {
    face: ({ voice: { say } }) => ({
      html: say('invite-choose'),
      choices: offered.map(({ role, called }) => [{ text: called, choice: role }]),
    }),
  })
  const chosen = offered.find(({ role }) => answer.kind === 'choice' && answer.choice === role)
  if (!chosen) throw new Error('Only what is offered is chosen.')
  return chosen
}

async function askName(steps: Steps, { called }: Invited): Promise<string | undefined> {
  const answer = await steps.ask('name', {
    face: ({ voice: { say } }) => ({ html: say('invite-ask-name', { role: escapeHtml(called) }) }),
    takes: ['text'],
    skip: true,
  })
  return answer.kind === 'text' ? cutLine(answer.text, longestName) : undefined
}

async function giveLink(steps: Steps, { role, called }: Invited, name: string | undefined): Promise<void> {
  const made = await steps.do('invite', async (ctx, idempotencyKey) => {
    const builtIn = invitedRoles.find((known) => known === role)
    const as = builtIn ? { role: builtIn } : { roleId: longId(role) ?? '' }
    const input = { ...as, idempotencyKey, ...(name === undefined ? {} : { name }) }
    const { code, expiresAt } = await ctx.tools.desk.perform(actorOf(ctx), 'inviteMember', input)
    return { link: linkOf(ctx, code), left: expiresAt.getTime() - ctx.voice.now.getTime() }
  })
  await steps.tell('link', ({ voice: { say } }) => {
    const words = { role: escapeHtml(called), left: tellDuration(say, made.left + roundUpMs) }
    const told =
      name === undefined
        ? say('invite-link', words)
        : say('invite-link-for', { ...words, name: escapeHtml(name) })
    return { html: `${told}\n\n${made.link}` }
  })
}

/** Apart from the link: the question is changed by its answer, and the link has to stay. */
async function askForMore(steps: Steps): Promise<boolean> {
  const answer = await steps.ask('another', {
    face: ({ voice: { say } }) => ({
      html: say('invite-another'),
      choices: [
        [
          { text: say('button-invite-another'), choice: 'another' },
          { text: say('button-done'), choice: 'done' },
        ],
      ],
    }),
  })
  return answer.kind === 'choice' && answer.choice === 'another'
}

const linkOf = ({ me }: MemberContext, code: string) => `https://t.me/${me.username}?start=invite_${code}`
