import type { ReplyFile } from '#core/conversations/reply-content.ts'
import { DeskError } from '#core/errors.ts'
import { wantedFile } from '../cards/template-faces.ts'
import type { MemberContext } from '../context.ts'
import { askTemplate, findTemplate } from './ask-template.ts'
import type { Answered } from './find-answered.ts'

/** The desk's limit of one variable. */
const longestVariable = 1_000

/** The answer to a question for a part of a template: it is filled in, and the next one asked for. */
export async function takeTemplatePart(
  ctx: MemberContext,
  { leadId, content }: Answered,
  given: { text: string } | { file: ReplyFile },
): Promise<void> {
  const draft = content?.template
  if (!draft?.asks) throw new DeskError('not-found', 'button-outdated')
  const { asks } = draft
  const template = await findTemplate(ctx, draft.templateId)
  if (asks === 'file') {
    const wanted = wantedFile(template)
    const file = 'file' in given ? asWanted(given.file, wanted) : undefined
    if (!file) throw new DeskError('invalid', 'template-file', { kind: wanted ?? '' })
    return askTemplate(ctx, leadId, { ...draft, file: { ...file } })
  }
  if (!('text' in given) || given.text.trim() === '') throw new DeskError('invalid', 'text-empty')
  // A variable is one line: networks refuse breaks in them.
  const text = given.text.replace(/\s+/g, ' ').trim()
  if (text.length > longestVariable) {
    throw new DeskError('invalid', 'text-too-long', { limit: longestVariable, length: text.length })
  }
  await askTemplate(ctx, leadId, { ...draft, variables: { ...draft.variables, [asks]: text } })
}

/** A photo or a film may be sent as a file, to keep its quality: then it is still what was asked for. */
function asWanted(file: ReplyFile, wanted: ReturnType<typeof wantedFile>): ReplyFile | undefined {
  if (!wanted || file.kind === wanted) return wanted ? file : undefined
  return file.kind === 'document' && file.mime.startsWith(`${wanted}/`)
    ? { ...file, kind: wanted }
    : undefined
}
