import type { Say } from '#core/i18n.ts'
import { setupSteps } from '#core/organizations/setup-steps.ts'
import { canWorkLeads, isOwner } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { sayRoleOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'

/**
 * Welcomes a member: takes over how he calls himself and, where he has not chosen yet, his language; then says what
 * the desk does, how to answer, and what waits. For an owner whose business says nothing of itself yet, setting up begins.
 * `joined`: he has come by an invitation just now.
 */
export async function greet(ctx: MemberContext, joined?: { invitedBy: string }): Promise<void> {
  const { tools, person, member } = ctx
  const { desk, words } = tools
  const own = person.language?.toLowerCase().split('-')[0]
  const language = !member.language && own && words.languages.includes(own) ? own : undefined
  await desk.perform(actorOf(ctx), 'meetMember', {
    name: person.name,
    username: person.username ?? null,
    ...(language ? { language } : {}),
  })
  const { say } = createVoice(words, member.language ?? person.language)
  const [mine, unclaimed, all] = await Promise.all(
    (['mine', 'unclaimed', 'all'] as const).map(async (whose) => {
      const { total } = await desk.ask(actorOf(ctx), 'listInbox', { whose, limit: 1 })
      return total
    }),
  )
  const works = canWorkLeads({ kind: 'member', ...member })
  const name = escapeHtml(person.name)
  const role = escapeHtml(sayRoleOf(say, member))
  const html = [
    joined ? say('greeting-joined', { name, role }) : say('greeting', { name, role }),
    ...(joined?.invitedBy
      ? [say('greeting-invited', { by: escapeHtml(cutLine(joined.invitedBy, 64)) })]
      : []),
    say('greeting-about'),
    works ? say('greeting-answering') : say('greeting-viewer'),
    say('greeting-counts', { mine: mine ?? 0, unclaimed: unclaimed ?? 0, all: all ?? 0 }),
  ].join('\n\n')
  const setup = isOwner({ kind: 'member', ...member })
    ? await desk.ask(actorOf(ctx), 'readSetup', {})
    : undefined
  const buttons = [
    [
      {
        text: say('button-inbox'),
        data: callbackData('inbox', works ? 'unclaimed' : 'all', '0'),
      },
    ],
    ...(setup?.begun ? [[setupButton(say, setup.done.length)]] : []),
  ]
  await answerMember(ctx, 'greeting', { html, buttons })
  // By itself once: whoever puts it away is not asked again, and finds it behind the button.
  if (setup && !setup.begun) await beginWizard(ctx, 'setup')
}

/** Leads to where setting up stopped. */
function setupButton(say: Say, done: number) {
  const count = setupSteps.length
  const text = done > 0 && done < count ? say('button-setup-go-on', { done, count }) : say('button-setup')
  return { text, data: callbackData('begin', 'setup') }
}
