import { callbackData } from '../callback-data.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'

/** Each language under its own name, so that one finds back from a language one cannot read. */
export async function showLanguages(ctx: MemberContext, key?: string): Promise<void> {
  const { words } = ctx.tools
  const buttons = words.languages.map((code) => [
    { text: words.in(code)('language-own-name'), data: callbackData('language', code) },
  ])
  const face = { html: ctx.voice.say('language-choose'), buttons }
  await answerMember(ctx, 'language', face, key === undefined ? {} : { key })
}
