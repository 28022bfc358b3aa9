import type { Say } from '#core/i18n.ts'
import { type SetupStep, setupSteps } from '#core/organizations/setup-steps.ts'
import { isOwner } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { readSetupPage } from '../desk-settings/setup-page.ts'
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
 * What a new business has to say once. Each answer is kept at once and each step that is done is remembered, so whoever
 * stops half-way goes on where he was; begun with `of` again, it begins from the top.
 */
export const setup = defineWizard({
  name: 'setup',
  version: 2,
  calledBy: 'wizard-setup',
  allowed: isOwner,
  resumes: true,
  async run(steps, { of }) {
    const done = await steps.do('begun', (ctx) => begin(ctx, of === 'again'))
    const left = setupSteps.filter((step) => !done.includes(step))
    for (const step of left) {
      const head = { isFirst: step === left[0], isResumed: done.length > 0, step }
      await (step === 'language' ? askLanguage(steps, head) : askPart(steps, step, head))
      await steps.do(`done ${step}`, async (ctx) => {
        await ctx.tools.desk.perform(actorOf(ctx), 'keepSetup', { done: step })
      })
    }
    await steps.tell('summary', readSetupPage)
  },
})

async function begin(ctx: MemberContext, again: boolean): Promise<SetupStep[]> {
  const { desk } = ctx.tools
  await desk.perform(actorOf(ctx), 'keepSetup', again ? { again } : {})
  return (await desk.ask(actorOf(ctx), 'readSetup', {})).done
}

interface Head {
  /** The first that is asked this time. */
  isFirst: boolean
  /** Others were done before. */
  isResumed: boolean
  step: SetupStep
}

/** Above a question: a welcome, or that we go on; and how far we are. */
function headLines(say: Say, { isFirst, isResumed, step }: Head): string[] {
  const welcome = isFirst ? [isResumed ? say('setup-resumed') : `👋 ${say('setup-welcome')}`] : []
  const values = { step: setupSteps.indexOf(step) + 1, count: setupSteps.length }
  return [...welcome, `<i>${say('setup-step', values)}</i>`]
}

async function askLanguage(steps: Steps, head: Head): Promise<void> {
  const answer = await steps.ask('language', {
    face: ({ voice: { say }, tools: { words } }) => ({
      html: [...headLines(say, head), say('setup-language')].join('\n\n'),
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

type Part = Exclude<SetupStep, 'language'>

const askKeys: Record<Part, string> = {
  name: 'setup-name',
  zone: 'setup-zone',
  currency: 'setup-currency',
}
const offered: Record<Part, readonly string[]> = { name: [], zone: zones, currency: currencies }

/** Asks until it can be used, or is passed over. */
async function askPart(steps: Steps, part: Part, head: Head): Promise<void> {
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
            ...(why ? [`⚠️ ${escapeSigns(why)}`] : headLines(say, head)),
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
