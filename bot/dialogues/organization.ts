import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { readSettings } from '../desk-settings/read-settings.ts'
import { settingsPrefix } from '../desk-settings/settings-face.ts'
import { answerMember } from '../posts/answer-member.ts'
import { tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

/** What of the organization is changed by a written answer. */
export const organizationParts = ['name', 'zone', 'currency'] as const
export type OrganizationPart = (typeof organizationParts)[number]

const gatheredOf = z.object({ part: z.enum(organizationParts) })

const askKeys: Record<OrganizationPart, string> = {
  name: 'organization-ask-name',
  zone: 'organization-ask-zone',
  currency: 'organization-ask-currency',
}

/** Asks for a part. `opener`: asked twice by the same, it asks once. */
export async function askOrganizationPart(
  ctx: MemberContext,
  part: OrganizationPart,
  opener: string,
): Promise<void> {
  const { say } = ctx.voice
  const question = { html: `🏢 ${say(askKeys[part])}`, ask: say('organization-placeholder') }
  await askQuestion(ctx, 'organization', question, { part }, `organization:${part}:${opener}`)
}

/** A part of what holds for everybody: changes it, and shows the settings as they are then. */
export const organization: Dialogue = {
  purpose: 'organization',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    const written = tame(text).trim().slice(0, 1_000)
    const change = {
      name: { name: written },
      zone: { timeZone: written.replace(/\s+/g, '_').slice(0, 60) },
      currency: { currency: written.slice(0, 20) },
    }[read.data.part]
    await ctx.tools.desk.perform(actorOf(ctx), 'changeOrganization', change)
    const { html, ...face } = await readSettings(ctx)
    const key = `${settingsPrefix}${ctx.update.update_id}`
    const told = `✅ ${ctx.voice.say('toast-organization-changed')}\n\n${html}`
    await answerMember(ctx, 'settings', { html: told, ...face }, { key })
  },
}
