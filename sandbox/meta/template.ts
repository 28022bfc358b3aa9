/** A message template as `GET /{account}/message_templates` lists it. */
export interface Template {
  id: string
  name: string
  language: string
  status: 'APPROVED' | 'PENDING' | 'PAUSED' | 'DISABLED' | 'REJECTED'
  category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION'
  parameter_format: 'POSITIONAL' | 'NAMED'
  components: TemplateComponent[]
  /** Why Meta refused it; only with `REJECTED`. */
  rejected_reason?: string
  quality?: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  /** The account that submitted it; absent: every account has it. */
  wabaId?: string
}

export type TemplateComponent =
  | { type: 'HEADER'; format: 'TEXT'; text: string }
  | { type: 'HEADER'; format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION' }
  | { type: 'BODY'; text: string }
  | { type: 'FOOTER'; text: string }
  | { type: 'BUTTONS'; buttons: TemplateButton[] }

export type TemplateButton =
  | { type: 'QUICK_REPLY'; text: string }
  | { type: 'URL'; text: string; url: string }
  | { type: 'PHONE_NUMBER'; text: string; phone_number: string }
  | { type: 'COPY_CODE'; text: string }
  | { type: 'REQUEST_CONTACT_INFO'; text: string }

function utility(id: string, name: string, language: string, body: string, buttons: string[] = []): Template {
  const replies: TemplateButton[] = buttons.map((text) => ({ type: 'QUICK_REPLY', text }))
  const below: TemplateComponent[] = replies.length > 0 ? [{ type: 'BUTTONS', buttons: replies }] : []
  return {
    id,
    name,
    language,
    status: 'APPROVED',
    category: 'UTILITY',
    parameter_format: 'POSITIONAL',
    components: [{ type: 'BODY', text: body }, ...below],
  }
}

/** The templates of a fresh playground: one per need and language, and one that Meta has paused. */
export const startingTemplates: readonly Template[] = [
  utility('700100000000001', 'hello_world', 'en_US', 'Hello, this number can send templates.'),
  utility('700100000000002', 'pick_up_again', 'en', 'Hello {{1}}, may we go on where we stopped?', [
    'Yes',
    'Later',
  ]),
  utility('700100000000003', 'pick_up_again', 'fr', 'Bonjour {{1}}, pouvons-nous reprendre ?', [
    'Oui',
    'Plus tard',
  ]),
  utility('700100000000004', 'pick_up_again', 'ar', 'مرحبًا {{1}}، هل نكمل من حيث توقفنا؟', ['نعم', 'لاحقًا']),
  utility('700100000000005', 'pick_up_again', 'es', 'Hola {{1}}, ¿seguimos donde lo dejamos?', [
    'Sí',
    'Más tarde',
  ]),
  {
    id: '700100000000006',
    name: 'season_offer',
    language: 'en',
    status: 'APPROVED',
    category: 'MARKETING',
    parameter_format: 'NAMED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'For you, {{first_name}}' },
      { type: 'BODY', text: '{{offer}} until {{last_day}}.' },
      { type: 'FOOTER', text: 'Answer STOP and we write no more.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Tell me more' },
          { type: 'QUICK_REPLY', text: 'STOP' },
        ],
      },
    ],
  },
  {
    ...utility('700100000000008', 'your_offer', 'en', 'Hello {{1}}, here is the offer you asked for.'),
    components: [
      { type: 'HEADER', format: 'DOCUMENT' },
      { type: 'BODY', text: 'Hello {{1}}, here is the offer you asked for.' },
    ],
  },
  { ...utility('700100000000007', 'old_reminder', 'en', 'Your visit is tomorrow.'), status: 'PAUSED' },
]
