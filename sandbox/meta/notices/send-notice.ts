import { mayText, wantText } from '../control-input.ts'
import { type Fields, isFields } from '../fields.ts'
import type { MetaApp, MetaApps } from '../meta-app.ts'
import type { CompleteOptions } from '../meta-options.ts'
import { Refusal } from '../refusal.ts'
import type { Template } from '../template.ts'
import { aboutTemplate, templateStatus } from '../templates/template-status.ts'
import type { TemplateStore } from '../templates/template-store.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'
import { accountEvents } from './account-events.ts'
import { noticeEnvelope } from './notice-envelope.ts'

interface Ground {
  apps: MetaApps
  templates: TemplateStore
  outbox: WebhookOutbox
  options: CompleteOptions
}

type Maker = (about: {
  app: MetaApp
  template: Template
  event: string | undefined
  seconds: number
}) => Fields

const number = ({ displayPhoneNumber }: MetaApp) => displayPhoneNumber.replace(/\D/g, '')

/** Each field with an example of its `value`; `event` chooses among its kinds where it has several. */
const makers: Record<string, Maker> = {
  message_template_status_update: ({ template, event }) => ({
    ...templateStatus(template),
    ...(event === undefined ? {} : { event }),
  }),
  message_template_quality_update: ({ template }) => ({
    previous_quality_score: 'GREEN',
    new_quality_score: 'YELLOW',
    ...aboutTemplate(template),
  }),
  template_category_update: ({ template }) => ({
    ...aboutTemplate(template),
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  }),
  message_template_components_update: ({ template }) => ({
    ...aboutTemplate(template),
    message_template_element: template.components
      .flatMap((part) => (part.type === 'BODY' ? [part.text] : []))
      .join(''),
  }),
  phone_number_quality_update: ({ app, event = 'DOWNGRADE' }) => ({
    display_phone_number: number(app),
    event,
    old_limit: 'TIER_2K',
    current_limit: event === 'DOWNGRADE' ? 'TIER_250' : 'TIER_10K',
  }),
  phone_number_name_update: ({ app, event = 'APPROVED' }) => ({
    display_phone_number: number(app),
    decision: event,
    requested_verified_name: 'Playground Business',
    rejection_reason: event === 'APPROVED' ? null : 'NAME_EMPTY',
  }),
  account_update: ({ event = 'ACCOUNT_VIOLATION', app, seconds }) => {
    const make = Object.hasOwn(accountEvents, event) ? accountEvents[event] : undefined
    if (!make) throw new Refusal(400, `"event" must be one of ${Object.keys(accountEvents).join(', ')}.`)
    return { event, ...make(app, seconds) }
  },
  account_review_update: ({ event = 'APPROVED' }) => ({ decision: event }),
  account_alerts: ({ app, event = 'OBA_APPROVED' }) => ({
    entity_type: 'PHONE_NUMBER',
    entity_id: app.phoneNumberId,
    alert_info: {
      alert_severity: 'INFORMATIONAL',
      alert_status: 'NONE',
      alert_type: event,
      alert_description: 'Playground alert',
    },
  }),
  business_capability_update: () => ({
    max_daily_conversations_per_business: 2000,
    max_phone_numbers_per_waba: 25,
  }),
  security: ({ app, event = 'PIN_RESET_REQUEST' }) => ({
    display_phone_number: number(app),
    event,
    requester: '61555822107539',
  }),
  business_username_update: ({ app, event = 'APPROVED' }) => ({
    display_phone_number: number(app),
    username: 'playground.business',
    status: event.toLowerCase(),
  }),
}

/** The names that `POST meta/notices` takes. */
export const noticeNames = Object.keys(makers)

/**
 * `POST /playground/api/meta/notices`: Meta tells something about the account. `field` is its name, `event` chooses a
 * kind of it, `value` (an object) wins over what stands in the example, `templateId` and `phoneNumberId` say whom it
 * is about. `GET …/meta/notices` lists the names and the events of account_update.
 * @throws {Refusal} 400 for an unknown name or event, 404 for an unknown template, 409 without a number
 */
export function sendNotice({ apps, templates, outbox, options }: Ground, input: Fields): Fields {
  const field = wantText(input, 'field')
  const make = Object.hasOwn(makers, field) ? makers[field] : undefined
  if (!make) throw new Refusal(400, `"field" must be one of ${noticeNames.join(', ')}.`)
  const wanted = mayText(input, 'phoneNumberId')
  const app = wanted === undefined ? apps.latest() : apps.byNumber(wanted)
  if (!app)
    throw new Refusal(409, 'There is no business number yet. Register one with PUT /playground/api/meta/app.')
  const templateId = mayText(input, 'templateId')
  const template = templateId === undefined ? templates.of(app.wabaId)[0] : templates.byId(templateId)
  if (!template) throw new Refusal(404, 'There is no such template.')
  const given = isFields(input.value) ? input.value : {}
  const now = options.now()
  const made = make({ app, template, event: mayText(input, 'event'), seconds: Math.floor(now / 1000) })
  const value = { ...made, ...given }
  applyToTemplate(template, field, value)
  outbox.send(app, field, noticeEnvelope(app, field, value, now), '')
  return value
}

/** What Meta tells about a template is also what its list shows from then on. */
function applyToTemplate(template: Template, field: string, value: Fields): void {
  const statuses = ['APPROVED', 'PENDING', 'PAUSED', 'DISABLED', 'REJECTED'] as const
  const status = statuses.find((one) => one === value.event)
  if (field === 'message_template_status_update' && status) template.status = status
  const quality = (['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const).find(
    (one) => one === value.new_quality_score,
  )
  if (field === 'message_template_quality_update' && quality) template.quality = quality
  const category = (['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const).find(
    (one) => one === value.new_category,
  )
  if (field === 'template_category_update' && category) template.category = category
}
