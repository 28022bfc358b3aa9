import { isOwner } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { organizationLines } from '../desk-settings/settings-face.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { escapeHtml, escapeSigns } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { defineWizard, type Steps } from './engine/wizard.ts'

/** Offered by a button; any other is written. */
const zones = [
  'Europe/London',
  'Europe/Paris',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Dubai',
  'America/New_York',
]
const currencies = ['EUR', 'USD', 'GBP', 'MAD', 'AED', 'EGP']

/**
 * What a new business has to say once. Each answer is kept at once, and each question shows what holds and can be passed
 * over, so whoever stops half-way goes on where he was by beginning again.
 */
export const setup = defineWizard({
  name: 'setup',
  version: 1,
  calledBy: 'wizard-setup',
  allowed: isOwner,
  async run(steps) {
    await askLanguage(steps)
    await askPart(steps, 'name')
    await askPart(steps, 'zone')
    await askPart(steps, 'currency')
    await steps.tell('summary', summary)
  },
})

async function askLanguage(steps: Steps): Promise<void> {
  const answer = await steps.ask('language', {
    face: ({ voice: { say }, tools: { words } }) => ({
      html: `👋 ${say('setup-welcome')}\n\n${say('setup-language')}`,
      choices: words.languages.map((code) => [{ text: words.in(code)('language-own-name'), choice: code }]),
    }),
    skip: true,
  })
  if (answer.kind !== 'choice') return
  const language = answer.choice
  await steps.do('speak', async (ctx) => {
    const { desk, words } = ctx.tools
    await desk.perform(actorOf(ctx), 'meetMember', { language })
    await desk.perform(actorOf(ctx), 'changeOrganization', { language })
    // The next question, which comes of this update too, speaks it already.
    ctx.voice = createVoice(words, language)
  })
}

type Part = 'name' | 'zone' | 'currency'

const askKeys: Record<Part, string> = {
  name: 'setup-name',
  zone: 'setup-zone',
  currency: 'setup-currency',
}
const offered: Record<Part, readonly string[]> = { name: [], zone: zones, currency: currencies }

/** Asks until it can be used, or is passed over. */
async function askPart(steps: Steps, part: Part): Promise<void> {
  let problem = ''
  for (;;) {
    const why = problem
    const answer = await steps.ask(part, {
      face: async (ctx) => {
        const { say } = ctx.voice
        const now = await read(ctx, part)
        const choices = offered[part].map((text, index) => ({ text, choice: `o${index}` }))
        return {
          html: [
            ...(why ? [`⚠️ ${escapeSigns(why)}`] : []),
            `🏢 ${say(askKeys[part])}`,
            ...(now ? [say('setup-now', { now: escapeHtml(now) })] : []),
          ].join('\n\n'),
          choices: [choices.slice(0, 3), choices.slice(3)].filter(({ length }) => length > 0),
        }
      },
      takes: ['text'],
      skip: true,
    })
    const wanted =
      answer.kind === 'text'
        ? answer.text
        : answer.kind === 'choice'
          ? offered[part][Number(answer.choice.slice(1))]
          : undefined
    if (wanted === undefined) return
    const changed = await steps.attempt(`change ${part}`, async (ctx) => {
      await ctx.tools.desk.perform(actorOf(ctx), 'changeOrganization', changeOf(part, wanted))
    })
    if (changed.done) return
    problem = changed.problem
  }
}

async function read(ctx: MemberContext, part: Part): Promise<string | null> {
  const { name, timeZone, currency } = await ctx.tools.desk.ask(actorOf(ctx), 'readOrganization', {})
  return { name, zone: timeZone, currency }[part]
}

const changeOf = (part: Part, wanted: string) =>
  ({
    name: { name: wanted.slice(0, 1_000) },
    zone: { timeZone: wanted.replace(/\s+/g, '_').slice(0, 60) },
    currency: { currency: wanted.slice(0, 20) },
  })[part]

/** What holds now, and what comes next: each button begins something of its own and comes back to nothing. */
async function summary(ctx: MemberContext): Promise<Face> {
  const { say } = ctx.voice
  const facts = await ctx.tools.desk.ask(actorOf(ctx), 'readOrganization', {})
  const go = (text: string, verb: string, ...parts: string[]): Button[] => [
    { text, data: callbackData(verb, ...parts) },
  ]
  return {
    html: [
      `✅ <b>${say('setup-done')}</b>`,
      organizationLines(say, ctx.tools.words, facts).join('\n'),
      say('setup-next'),
    ].join('\n\n'),
    buttons: [
      go(say('button-setup-connect'), 'begin', 'connect'),
      go(say('button-setup-invite'), 'begin', 'invite'),
      go(say('button-setup-desk'), 'desk-choose'),
      go(say('button-setup-office'), 'office'),
      go(say('button-setup-again'), 'begin', 'setup'),
    ],
  }
}
