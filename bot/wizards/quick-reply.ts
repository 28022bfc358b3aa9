import { canShareQuickReplies, canWorkLeads } from '#core/policy.ts'
import { variables } from '#core/quick-replies/variables.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayUnknown } from '../quick-replies/page-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, escapeSigns } from '../text/escape-html.ts'
import { type Attempt, defineWizard, type Steps } from './engine/wizard.ts'

const longestShortcut = 100
const longestBody = 4_000
const longestCategory = 40
/** Categories that are offered to choose from. */
const mostCategories = 6

/** An answer that is written once and sent often: what it is called, what it says, where it belongs, whose it is. */
export const quickReply = defineWizard({
  name: 'quick-reply',
  version: 1,
  calledBy: 'wizard-quick-reply',
  allowed: canWorkLeads,
  async run(steps) {
    let shortcut = await askShortcut(steps)
    const body = await askBody(steps)
    const category = await askCategory(steps)
    const shared = await askShared(steps)
    for (;;) {
      const reply = { shortcut, body, shared, ...(category ? { category } : {}) }
      const saved = await save(steps, reply)
      if (saved.done) break
      // Only what it is called can be wrong by now, and two may take one name at once.
      if (!['quick-reply-exists', 'quick-reply-shortcut'].includes(saved.code)) {
        return steps.tell('refused', () => ({ html: `⚠️ ${escapeSigns(saved.problem)}` }))
      }
      shortcut = await askShortcut(steps, saved.problem)
    }
    const name = escapeHtml(cutLine(shortcut, longestShortcut))
    await steps.tell('saved', ({ voice: { say } }) => ({ html: `✅ ${say('quick-saved-new', { name })}` }))
  },
})

async function askShortcut(steps: Steps, problem = ''): Promise<string> {
  const answer = await steps.ask('shortcut', {
    face: ({ voice: { say } }) => ({
      html: [...(problem ? [`⚠️ ${escapeSigns(problem)}`] : []), `⚡️ ${say('quick-ask-shortcut')}`].join(
        '\n\n',
      ),
    }),
    takes: ['text'],
  })
  return answer.kind === 'text' ? answer.text.slice(0, longestShortcut) : ''
}

/** Asks for the text until it is kept: it is shown as a customer would see it. */
async function askBody(steps: Steps): Promise<string> {
  let problem = ''
  for (;;) {
    const why = problem
    const answer = await steps.ask('body', {
      face: ({ voice: { say } }) => {
        const known = variables.map((name) => `<code>{${name}}</code>`).join(' ')
        const html = `⚡️ ${say('quick-ask-body', { known })}`
        return { html: why ? `⚠️ ${why}\n\n${html}` : html }
      },
      takes: ['text'],
    })
    const body = answer.kind === 'text' ? answer.text : ''
    problem = ''
    if (body.length > longestBody) {
      const { length } = body
      problem = await steps.do('too long', async ({ voice: { say } }) =>
        say('error-quick-reply-long', { limit: longestBody, length }),
      )
    } else if (await isKept(steps, body)) return body
  }
}

async function isKept(steps: Steps, body: string): Promise<boolean> {
  const answer = await steps.ask('preview', {
    face: async (ctx) => {
      const { say } = ctx.voice
      const name = say('quick-example-name')
      const { text, unknown } = await ctx.tools.desk.ask(actorOf(ctx), 'previewQuickReply', { body, name })
      return {
        html: [
          say('quick-preview', { name }),
          `<blockquote>${escapeHtml(text)}</blockquote>`,
          ...(unknown.length > 0 ? [`⚠️ ${sayUnknown(ctx, unknown)}`] : []),
        ].join('\n\n'),
        choices: [
          [
            { text: say('button-quick-good'), choice: 'good' },
            { text: say('button-quick-rewrite'), choice: 'rewrite' },
          ],
        ],
      }
    },
  })
  return answer.kind === 'choice' && answer.choice === 'good'
}

async function askCategory(steps: Steps): Promise<string | undefined> {
  const known = await steps.do('categories', listCategories)
  const answer = await steps.ask('category', {
    face: ({ voice: { say } }) => ({
      html: `⚡️ ${known.length > 0 ? say('quick-choose-category') : say('quick-name-category')}`,
      choices: known.map((text, index) => [{ text, choice: `c${index}` }]),
    }),
    takes: ['text'],
    skip: true,
  })
  if (answer.kind === 'text') return cutLine(answer.text, longestCategory)
  return answer.kind === 'choice' ? known[Number(answer.choice.slice(1))] : undefined
}

async function listCategories(ctx: MemberContext): Promise<string[]> {
  const { replies } = await ctx.tools.desk.ask(actorOf(ctx), 'listQuickReplies', { limit: 500 })
  return [...new Set(replies.flatMap(({ category }) => category ?? []))].slice(0, mostCategories)
}

async function askShared(steps: Steps): Promise<boolean> {
  const may = await steps.do('may share', async ({ member }) =>
    canShareQuickReplies({ kind: 'member', ...member }),
  )
  if (!may) return false
  const answer = await steps.ask('shared', {
    face: ({ voice: { say } }) => ({
      html: `⚡️ ${say('quick-ask-shared')}`,
      choices: [
        [
          { text: say('button-quick-own'), choice: 'own' },
          { text: say('button-quick-everybody'), choice: 'everybody' },
        ],
      ],
    }),
  })
  return answer.kind === 'choice' && answer.choice === 'everybody'
}

interface Reply {
  shortcut: string
  body: string
  shared: boolean
  category?: string
}

/** Writes it. Heard twice it is the same one: its name is its key. */
const save = (steps: Steps, reply: Reply): Promise<Attempt<null>> =>
  steps.attempt('save', async (ctx) => {
    await ctx.tools.desk.perform(actorOf(ctx), 'saveQuickReply', reply)
    return null
  })
