import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import {
  reasonOf,
  sayTemplateQuality,
  sayTemplateStatus,
  signOfTemplate,
  type Template,
} from '../channels/template-words.ts'
import type { BotTools } from '../context.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { channelKeepersOf, readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'

/** That a template is being looked at is no news to whoever has just submitted it. */
const onTheWay: ReadonlySet<string> = new Set(['SUBMITTING', 'PENDING', 'IN_APPEAL'])

/** What became of a template: for whoever wrote it while he leads, else for all owners and admins. */
export const templateChanged = noticeOf('template.changed', async (tools, { id, organizationId, data }) => {
  if (onTheWay.has(data.status)) return
  const template = await findTemplate(tools, organizationId, data.templateId)
  if (!template) return
  const team = await readColleagues(tools, organizationId)
  const leaders = channelKeepersOf(team)
  const author = leaders.find((member) => member.id === data.byId)
  const posts = (author ? [author] : leaders).map((member) => {
    const { say } = createVoice(tools.words, member.language)
    const buttons = [
      [{ text: say('button-template'), data: callbackData('template-page', shortId(template.id)) }],
    ]
    const html = tell(say, { ...template, status: data.status, reason: data.reason ?? template.reason })
    return privatePost(member.telegramUserId, `template:${id}`, { method: 'send', html, buttons })
  })
  await tellPeople(tools, organizationId, 'personal', team, posts)
})

async function findTemplate(tools: BotTools, organizationId: string, templateId: string) {
  const templates = await tools.desk.ask(botActor(organizationId), 'listTemplates', {})
  return templates.find((template) => template.id === templateId)
}

function tell(say: Say, template: Template): string {
  const { name, language, status } = template
  const reason = reasonOf(template)
  const quality = template.quality === 'GREEN' ? undefined : sayTemplateQuality(say, template.quality)
  const values = {
    name: escapeHtml(cutLine(name, 80)),
    language: escapeHtml(language),
    status: sayTemplateStatus(say, status),
  }
  return [
    `${signOfTemplate(status)} ${say('notice-template', values)}`,
    ...(reason ? [say('template-reason', { reason: escapeHtml(reason) })] : []),
    ...(quality ? [`⭐️ ${say('fact-quality', { quality })}`] : []),
    ...(status === 'REJECTED' ? [say('notice-template-rejected')] : []),
    ...(status === 'PAUSED' ? [say('notice-template-paused')] : []),
  ].join('\n')
}
