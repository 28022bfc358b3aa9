import { type GraphCall, jsonBody, pickFields } from '../graph-call.ts'
import { graphPage } from '../graph-page.ts'
import type { MetaApp } from '../meta-app.ts'
import type { CompleteOptions } from '../meta-options.ts'
import { noticeEnvelope } from '../notices/notice-envelope.ts'
import { badParameter } from '../problems.ts'
import type { Template } from '../template.ts'
import { between, type Timers } from '../timers.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'
import { checkNewTemplate } from './check-new-template.ts'
import { templateStatus } from './template-status.ts'
import type { TemplateStore } from './template-store.ts'

/** What the template edges need of the rest. */
export interface TemplateGround {
  templates: TemplateStore
  outbox: WebhookOutbox
  timers: Timers
  options: CompleteOptions
}

/** A template as Graph shows it. */
export function templateNode({
  quality = 'UNKNOWN',
  rejected_reason = 'NONE',
  wabaId: _,
  ...template
}: Template) {
  return { ...template, rejected_reason, quality_score: { score: quality, date: 0 } }
}

const keys = ['name', 'language', 'status', 'category'] as const
const shownUnasked = 'name,parameter_format,components,language,status,category'

/** `GET /{account}/message_templates`, narrowed by `name`, `language`, `status` and `category`. */
export function listTemplates({ templates }: TemplateGround, app: MetaApp, call: GraphCall) {
  const { query } = call
  const matching = templates
    .of(app.wabaId)
    .filter((template) => keys.every((key) => query.get(key) === null || query.get(key) === template[key]))
  const fields = query.get('fields') ?? shownUnasked
  return graphPage(
    matching.map((template) => pickFields(templateNode(template), fields, 'WhatsAppMessageTemplate')),
    call,
  )
}

/**
 * `POST /{account}/message_templates`: taken as `PENDING`. After a moment Meta approves it, or rejects it when its
 * name contains "reject", and says so by webhook.
 * @throws {GraphError} as `checkNewTemplate`
 */
export function submitTemplate(
  { templates, outbox, timers, options }: TemplateGround,
  app: MetaApp,
  call: GraphCall,
) {
  const checked = checkNewTemplate(jsonBody(call), templates.of(app.wabaId))
  const template = templates.add({ ...checked, status: 'PENDING', wabaId: app.wabaId })
  timers.later(between(options.readDelayMs), () => {
    if (template.status !== 'PENDING') return
    const rejected = template.name.includes('reject')
    template.status = rejected ? 'REJECTED' : 'APPROVED'
    if (rejected) template.rejected_reason = 'INVALID_FORMAT'
    const value = templateStatus(template)
    outbox.send(
      app,
      'message_template_status_update',
      noticeEnvelope(app, 'message_template_status_update', value, options.now()),
      '',
    )
  })
  return { id: template.id, status: template.status, category: template.category }
}

/** `DELETE /{account}/message_templates?name=…`, with `hsm_id` only that one. @throws {GraphError} 100 for an unknown name */
export function deleteTemplates({ templates }: TemplateGround, app: MetaApp, { query }: GraphCall) {
  const [name, id] = [query.get('name'), query.get('hsm_id')]
  const gone = templates
    .of(app.wabaId)
    .filter((template) => template.name === name && (id === null || template.id === id))
  if (gone.length === 0) throw badParameter(`Message template "${name}" does not exist.`)
  for (const template of gone) templates.remove(template)
  return { success: true }
}
