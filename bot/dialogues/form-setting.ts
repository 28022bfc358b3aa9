import { z } from 'zod'
import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { burst } from '../actions/burst.ts'
import { type FormPart, formParts } from '../channels/form-face.ts'
import { channelsPrefix, readChannelPage } from '../channels/read-channel-page.ts'
import { readMappingLines } from '../channels/read-mapping-lines.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

type Settings = Omit<InputOf<(typeof commands)['setFormSettings']>, 'channelAccountId'>

/** What takes a setting away. */
const nothing = /^[-–—]$/

const askKeys: Record<FormPart, string> = {
  origins: 'form-ask-origins',
  thanks: 'form-ask-thanks',
  fields: 'form-ask-fields',
  hidden: 'form-ask-hidden',
}

const gatheredOf = z.object({ channelAccountId: z.uuid(), part: z.enum(formParts) })

/** Asks for one of a form's settings and shows what is set now, so that it can be copied and changed. */
export async function askFormPart(
  ctx: MemberContext,
  channelAccountId: string,
  part: FormPart,
): Promise<void> {
  const { say, now } = ctx.voice
  const form = await ctx.tools.desk.ask(actorOf(ctx), 'readForm', { channelAccountId })
  const current = {
    origins: form.origins.join('\n'),
    thanks: form.thanksUrl ?? '',
    fields: Object.entries(form.mapping)
      .map(([field, path]) => `${field} = ${path}`)
      .join('\n'),
    hidden: form.honeypot ?? '',
  }[part]
  const html = [
    say(askKeys[part]),
    ...(current ? [`${say('form-now')}\n<pre>${escapeHtml(current)}</pre>`] : []),
    say('form-ask-nothing'),
  ].join('\n\n')
  const question = { html, ask: say('form-setting-placeholder') }
  const key = `form-setting:${channelAccountId}:${part}:${burst(now)}`
  await askQuestion(ctx, 'form-setting', question, { channelAccountId, part }, key)
}

/** One of a form's settings: sets it and shows the form's page. */
export const formSetting: Dialogue = {
  purpose: 'form-setting',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const { channelAccountId, part } = read.data
    const settings = settingsOf(part, tame(text).trim())
    await ctx.tools.desk.perform(actorOf(ctx), 'setFormSettings', { channelAccountId, ...settings })
    const { html, ...page } = await readChannelPage(ctx, channelAccountId)
    const key = `${channelsPrefix}${ctx.update.update_id}`
    const face = { html: `✅ ${ctx.voice.say('form-set')}\n\n${html}`, ...page }
    await answerMember(ctx, 'channels', face, { key })
  },
}

function settingsOf(part: FormPart, text: string): Settings {
  const isNothing = nothing.test(text)
  switch (part) {
    case 'origins':
      return { origins: isNothing ? [] : text.split(/[\s,]+/).filter((origin) => origin !== '') }
    case 'thanks':
      return { thanksUrl: isNothing ? null : text }
    case 'fields':
      return { mapping: isNothing ? {} : readMappingLines(text) }
    case 'hidden':
      return { honeypot: isNothing ? null : text }
  }
}
