import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { variables } from '#core/quick-replies/variables.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { type QuickPart, quickParts, readQuickPage } from '../quick-replies/page-face.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

/** Of a new one, `shortcut` is what was said so far; of one that there is, `id` says which. */
const gatheredOf = z.object({
  part: z.enum(quickParts),
  id: z.uuid().exactOptional(),
  shortcut: z.string().exactOptional(),
})
type Asked = z.output<typeof gatheredOf>

const askKeys: Record<QuickPart, string> = {
  shortcut: 'quick-ask-shortcut',
  body: 'quick-ask-body',
  category: 'quick-ask-category',
}

/** What takes a category away. */
const nothing = /^[-–—]$/

/** Asks for a part of a quick reply, and shows what it is now, so that it can be copied and changed. */
export async function askQuickPart(
  ctx: MemberContext,
  asked: Asked,
  key?: string,
  current = '',
): Promise<void> {
  const { say } = ctx.voice
  const known = variables.map((name) => `<code>{${name}}</code>`).join(' ')
  const html = [
    say(askKeys[asked.part], { known }),
    ...(current ? [`${say('quick-now')}\n<code>${escapeHtml(current)}</code>`] : []),
  ].join('\n\n')
  await askQuestion(ctx, 'quick-reply', { html: `⚡️ ${html}`, ask: say('quick-placeholder') }, asked, key)
}

const longestCategory = 40

const categoryOf = (written: string) => (nothing.test(written) ? null : cutLine(written, longestCategory))

/** A quick reply's name, then its text; or one part of one that there is already. */
export const quickReply: Dialogue = {
  purpose: 'quick-reply',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const { part, id, shortcut } = read.data
    const written = tame(text).trim()
    if (part === 'shortcut' && id === undefined) {
      return askQuickPart(ctx, { part: 'body', shortcut: written.slice(0, 100) })
    }
    const change = { [part]: part === 'category' ? categoryOf(written) : written }
    const { quickReplyId } = await ctx.tools.desk.perform(actorOf(ctx), 'saveQuickReply', {
      ...(id === undefined ? { shortcut: shortcut ?? '' } : { id }),
      ...change,
    })
    const { html, ...page } = await readQuickPage(ctx, quickReplyId)
    const face = { html: `✅ ${ctx.voice.say('quick-saved')}\n\n${html}`, ...page }
    await answerMember(ctx, 'quicks', face, { key: `quicks:${ctx.update.update_id}` })
  },
}
