import { DeskError } from '#core/errors.ts'
import { canChangeOrganization } from '#core/policy.ts'
import { showLanguages } from '../commands/show-languages.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { offersTopics } from '../desk-settings/offered-topics.ts'
import { readSettings } from '../desk-settings/read-settings.ts'
import { organizationLanguagesFace, settingsPrefix } from '../desk-settings/settings-face.ts'
import { askOrganizationPart, organizationParts } from '../dialogues/organization.ts'
import type { Face } from '../posts/post-content.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'
import { changePressed } from './pressed-post.ts'

const turn = (ctx: MemberContext, face: Face): Promise<void> =>
  changePressed(ctx, face, settingsPrefix, `${settingsPrefix}${ctx.update.update_id}`)

/** Back to the settings. */
export const backToSettings: Action = {
  verb: 'settings',
  async run(ctx) {
    await turn(ctx, await readSettings(ctx))
    return undefined
  },
}

/** Whether each of the member's own leads is a topic of his private chat from now on. */
export const leadTopics: Action = {
  verb: 'lead-topics',
  async run(ctx, [wanted]) {
    if (wanted !== 'on' && wanted !== 'off') throw new DeskError('not-found', 'button-outdated')
    const on = wanted === 'on'
    if (on && !(await offersTopics(ctx))) throw new DeskError('conflict', 'lead-topics-not-offered')
    await ctx.tools.desk.perform(actorOf(ctx), 'setLeadTopics', { on })
    await turn(ctx, await readSettings(ctx))
    return on ? ctx.voice.say('toast-lead-topics-on') : ctx.voice.say('toast-lead-topics-off')
  },
}

/** From the settings to the languages. */
export const languages: Action = {
  verb: 'languages',
  async run(ctx) {
    await showLanguages(ctx, `language:${burst(ctx.voice.now)}`)
    return undefined
  },
}

/** Changes a part of what holds for everybody: asks for it in words, or for the language by buttons. */
export const organization: Action = {
  verb: 'organization',
  async run(ctx, [name, code = '']) {
    if (!canChangeOrganization({ kind: 'member', ...ctx.member })) {
      throw new DeskError('forbidden', 'not-allowed')
    }
    const { desk, words } = ctx.tools
    if (name === 'language') {
      await turn(ctx, organizationLanguagesFace(ctx.voice, words))
      return undefined
    }
    if (name === 'speak' && words.languages.includes(code)) {
      await desk.perform(actorOf(ctx), 'changeOrganization', { language: code })
      await turn(ctx, await readSettings(ctx))
      return ctx.voice.say('toast-organization-changed')
    }
    const part = organizationParts.find((known) => known === name)
    if (!part) throw new DeskError('not-found', 'button-outdated')
    await askOrganizationPart(ctx, part, burst(ctx.voice.now))
    return undefined
  },
}
