import { DeskError } from '#core/errors.ts'
import type { ImportState } from '#core/imports/contact-import.ts'
import { longId, shortId } from '#core/new-id.ts'
import { canImportLeads } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { beginList, mustFit } from '../imports/begin-list.ts'
import { type Awaited, doWithList, readList, setCountry } from '../imports/list-deeds.ts'
import { escapeSigns } from '../text/escape-html.ts'
import { type Attempt, defineWizard, type Ending, type Steps, type WizardAnswer } from './engine/wizard.ts'

type File = Extract<WizardAnswer, { kind: 'file' }>

/** The desk works on these, or is done with them: there is nothing to say to them. A refused file can be sent anew. */
const over: ReadonlySet<ImportState> = new Set(['running', 'done', 'undoing', 'undone', 'cancelled'])

/**
 * A list of people: the file, what its columns are, a check that writes nothing, and the word to begin. Reading, checking
 * and importing are the desk's own work, which goes on without the wizard and tells of itself in the post of the list;
 * so the wizard only waits for what its member says there. Begun with a list, `of`, it goes on with that.
 */
export const importList = defineWizard({
  name: 'import',
  version: 1,
  calledBy: 'wizard-import',
  allowed: canImportLeads,
  forget: giveUp,
  async run(steps, { of }) {
    let importId =
      of === undefined ? await askFile(steps) : await steps.do('list', (ctx) => findList(ctx, of))
    let awaits: Awaited = 'press'
    while (await steps.do('open', (ctx) => isOpen(ctx, importId))) {
      const list = importId
      const answer = await steps.wait('list', {
        of: shortId(list),
        takes: awaits === 'country' ? ['file', 'text'] : ['file'],
      })
      // The same file, mended, or saved as what can be read.
      if (answer.kind === 'file') {
        const begun = await take(steps, answer)
        if (!begun.done) await refuse(steps, begun.problem)
        else [importId, awaits] = [begun.result, 'press']
        continue
      }
      const done = await steps.attempt('deed', (ctx) => carryOut(ctx, list, answer))
      if (done.done) awaits = done.result
      else await refuse(steps, done.problem)
    }
  },
})

/** Asks for the file until one is taken. */
async function askFile(steps: Steps): Promise<string> {
  let problem = ''
  for (;;) {
    const why = problem
    const answer = await steps.ask('file', {
      face: ({ voice: { say } }) => ({
        html: [...(why ? [`⚠️ ${escapeSigns(why)}`] : []), `📥 ${say('import-ask')}`].join('\n\n'),
      }),
      takes: ['file'],
    })
    if (answer.kind !== 'file') continue
    const begun = await take(steps, answer)
    if (begun.done) return begun.result
    problem = begun.problem
  }
}

/** Has the file fetched and read; heard twice, it is one import. */
const take = (steps: Steps, { fileId, name, size }: File): Promise<Attempt<string>> =>
  steps.attempt('begin', (ctx) => {
    mustFit(size)
    return beginList(ctx, { mediaId: fileId, fileName: name }, ctx.msg?.message_id ?? ctx.update.update_id)
  })

const refuse = (steps: Steps, problem: string): Promise<void> =>
  steps.tell('refused', () => ({ html: `⚠️ ${escapeSigns(problem)}` }))

/** @throws DeskError import-not-found, also for one of another organization */
async function findList(ctx: MemberContext, of: string): Promise<string> {
  const importId = longId(of)
  if (!importId) throw new DeskError('not-found', 'button-outdated')
  return (await readList(ctx, importId)).id
}

const isOpen = async (ctx: MemberContext, importId: string): Promise<boolean> =>
  !over.has((await readList(ctx, importId)).state)

async function carryOut(ctx: MemberContext, importId: string, answer: WizardAnswer): Promise<Awaited> {
  if (answer.kind === 'text') return setCountry(ctx, importId, answer.text)
  return doWithList(ctx, importId, answer.kind === 'choice' ? answer.choice : '')
}

/** Whoever cancels has no use for the list. Otherwise it waits with its buttons, which go on where he was. */
async function giveUp(ctx: MemberContext, ending: Ending, of = ''): Promise<void> {
  const importId = longId(of)
  if (ending !== 'cancelled' || !importId || !canImportLeads({ kind: 'member', ...ctx.member })) return
  await ctx.tools.desk.perform(actorOf(ctx), 'cancelImport', { importId })
}
