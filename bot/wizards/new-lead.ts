import { usernameNetworks } from '#core/leads/read-typed-identities.ts'
import { canWorkLeads } from '#core/policy.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { accountOf, actorOf } from '../context.ts'
import { showAdded } from '../people/add-typed-lead.ts'
import { duplicateButtons, findDuplicates } from '../people/find-duplicates.ts'
import { draftLines, type LeadDraft, readReach } from '../people/lead-draft.ts'
import { readNewLead } from '../people/read-new-lead.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeSigns } from '../text/escape-html.ts'
import { defineWizard, type Steps, type WizardAnswer } from './engine/wizard.ts'

/** The desk's limits. */
const longestName = 200
const longestSource = 60
const longestNote = 4000

const sourceKeys = {
  call: 'source-call',
  'walk-in': 'source-walk-in',
  referral: 'source-referral',
  event: 'source-event',
}

/** A lead by hand, for somebody who called or came in. */
export const newLead = defineWizard({
  name: 'new-lead',
  version: 1,
  calledBy: 'wizard-new-lead',
  allowed: canWorkLeads,
  async run(steps) {
    const draft = await askWho(steps)
    const problem = await check(steps, draft)
    if (problem) {
      delete draft.phone
      delete draft.email
    }
    if (!draft.phone && !draft.email) Object.assign(draft, await askReach(steps, draft, problem))
    if (!draft.source) Object.assign(draft, await askSource(steps, draft))
    if (!draft.note) Object.assign(draft, await askNote(steps, draft))
    await save(steps, draft)
  },
})

/** The name; or all at once, as one has it at hand: several lines, or a contact of one's address book. */
async function askWho(steps: Steps): Promise<LeadDraft> {
  const answer = await steps.ask('who', {
    face: ({ voice: { say, mark } }) => ({ html: `${mark}🆕 ${say('new-lead-who')}` }),
    takes: ['text', 'contact'],
    skip: true,
  })
  if (answer.kind === 'contact') return ofContact(answer)
  if (answer.kind !== 'text') return {}
  const typed = answer.text.includes('\n') ? readNewLead(answer.text) : undefined
  if (!typed || 'why' in typed) return { name: cutLine(answer.text, longestName) }
  const { phoneLine: _, note, ...lead } = typed
  return { ...lead, ...(note ? { note: note.slice(0, longestNote) } : {}) }
}

const ofContact = ({ name, phone }: Extract<WizardAnswer, { kind: 'contact' }>): LeadDraft => ({
  ...(name ? { name: cutLine(name, longestName) } : {}),
  phone: phone.startsWith('+') ? phone : `+${phone}`,
})

/** Why somebody cannot be known by what was typed; empty when he can. */
async function check(steps: Steps, { phone, email, username }: LeadDraft): Promise<string> {
  const checked = await steps.attempt('check', async (ctx) => {
    await ctx.tools.desk.ask(actorOf(ctx), 'findKnownPeople', { phone, email, username })
  })
  return checked.done ? '' : checked.problem
}

/** How to reach him: asked until it can be used. One who has no name has to be reachable. */
async function askReach(steps: Steps, draft: LeadDraft, first: string): Promise<LeadDraft> {
  let problem = first
  for (;;) {
    const why = problem
    const answer = await steps.ask('reach', {
      face: ({ voice }) => ({
        html: [
          ...(why ? [`⚠️ ${escapeSigns(why)}`] : draftLines(voice, draft)),
          draft.name ? voice.say('new-lead-reach') : voice.say('new-lead-reach-needed'),
        ].join('\n\n'),
      }),
      takes: ['text', 'contact'],
      ...(draft.name ? { skip: true } : {}),
    })
    if (answer.kind === 'skipped' || answer.kind === 'choice') return {}
    const reach = await readAnswered(steps, answer)
    problem = await check(steps, reach)
    if (!problem) return { ...reach, ...draft }
  }
}

async function readAnswered(steps: Steps, answer: WizardAnswer): Promise<LeadDraft> {
  if (answer.kind === 'contact') return ofContact(answer)
  const read = readReach(answer.kind === 'text' ? answer.text : '')
  return 'handle' in read ? { username: await askNetwork(steps, read.handle) } : read
}

async function askNetwork(steps: Steps, value: string): Promise<NonNullable<LeadDraft['username']>> {
  const answer = await steps.ask('network', {
    face: ({ voice: { say } }) => ({
      html: say('new-lead-network'),
      choices: [usernameNetworks.map((network) => ({ text: sayNetwork(say, network), choice: network }))],
    }),
  })
  const network = usernameNetworks.find((one) => answer.kind === 'choice' && answer.choice === one)
  return { network: network ?? 'telegram', value }
}

async function askSource(steps: Steps, draft: LeadDraft): Promise<LeadDraft> {
  const answer = await steps.ask('source', {
    face: ({ voice }) => {
      const { say } = voice
      const known = Object.entries(sourceKeys).map(([choice, key]) => ({ text: say(key), choice }))
      const html = [draftLines(voice, draft).join('\n'), say('new-lead-source')].filter(Boolean).join('\n\n')
      return { html, choices: [known.slice(0, 2), known.slice(2)] }
    },
    takes: ['text'],
    skip: true,
  })
  if (answer.kind === 'text') return { source: cutLine(answer.text, longestSource) }
  if (answer.kind !== 'choice') return {}
  const { choice } = answer
  const key = Object.entries(sourceKeys).find(([known]) => known === choice)?.[1]
  return key ? { source: await steps.do('source', async ({ voice: { say } }) => say(key)) } : {}
}

async function askNote(steps: Steps, draft: LeadDraft): Promise<LeadDraft> {
  const answer = await steps.ask('note', {
    face: ({ voice }) => ({
      html: [draftLines(voice, draft).join('\n'), voice.say('new-lead-note')].filter(Boolean).join('\n\n'),
    }),
    takes: ['text'],
    skip: true,
  })
  return answer.kind === 'text' ? { note: answer.text.slice(0, longestNote) } : {}
}

/** Shows all of it, and who may be the same person, before anything is kept. */
async function save(steps: Steps, draft: LeadDraft): Promise<void> {
  const looked = await steps.attempt('duplicates', (ctx) => findDuplicates(ctx, draft))
  const duplicates = looked.done ? looked.result : []
  await steps.ask('save', {
    face: ({ voice, voice: { say, mark } }) => ({
      html: [
        say('new-lead-confirm'),
        draftLines(voice, draft).join('\n'),
        ...(looked.done ? [] : [`⚠️ ${escapeSigns(looked.problem)}`]),
        ...(duplicates.some(({ sure }) => sure) ? [`${mark}ℹ️ ${say('new-lead-duplicate')}`] : []),
        ...(duplicates.some(({ sure }) => !sure) ? [`${mark}ℹ️ ${say('new-lead-namesake')}`] : []),
      ].join('\n\n'),
      choices: [...duplicateButtons(duplicates), [{ text: say('button-new-lead-save'), choice: 'save' }]],
    }),
  })
  const added = await steps.attempt('add', async (ctx) => {
    const origin = { account: accountOf(ctx), chat: `wizard:${ctx.person.telegramUserId}` }
    const message = ctx.update.update_id
    const lead = { ...draft, origin: { ...origin, message } }
    const { leadId, existed } = await ctx.tools.desk.perform(actorOf(ctx), 'addLead', lead)
    await showAdded(ctx, leadId, existed)
  })
  await steps.tell('added', ({ voice: { say } }) => ({
    html: added.done
      ? `✅ ${say('new-lead-added')}`
      : `⚠️ ${escapeSigns(added.problem)}\n\n${say('new-lead-not-added')}`,
  }))
}
