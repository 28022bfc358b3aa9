import type { InboundMessage } from '#core/channels/inbound-item.ts'
import { personOfLead } from '../leads/person-of-lead.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, restOf, textAt } from '../meta/loose-json.ts'
import { readTime } from '../meta/read-time.ts'

interface Question {
  field: string | undefined
  label: string
  options: Map<string, string>
}

/**
 * A lead as LinkedIn hands it over, joined with its form, which alone says what each answer is about. Answers whose
 * question the form does not have (any more) are kept under the question's number.
 */
export function readLeadResponse(
  lead: JsonRecord,
  form: JsonRecord | undefined,
  about: { account: string; externalId: string; now: Date },
): InboundMessage {
  const questions = questionsOf(form)
  const answers = new Map<string, string>()
  const fields = new Map<string, string>()
  for (const answer of listAt(recordAt(lead, 'formResponse') ?? {}, 'answers') ?? []) {
    if (!isRecord(answer)) continue
    const id = idAt(answer, 'questionId') ?? '?'
    const question = questions.get(id)
    const value = wordsOf(answer, question)
    if (value === undefined) continue
    answers.set(question?.label ?? `#${id}`, value)
    if (question?.field && !fields.has(question.field)) fields.set(question.field, value)
  }
  const hidden = listAt(recordAt(lead, 'formResponse') ?? {}, 'hiddenFields') ?? []
  for (const field of hidden.filter(isRecord)) {
    const name = textAt(field, 'name')
    const value = textAt(field, 'value')
    if (name && value) answers.set(name, value)
  }
  const both = [fields.get('FIRST_NAME'), fields.get('LAST_NAME')].filter(Boolean).join(' ')
  const submitter = textAt(lead, 'submitter')
  const { at } = readTime(lead.submittedAt, about.now)
  const person = personOfLead(
    {
      name: fields.get('FULL_NAME') ?? (both || undefined),
      phone: fields.get('PHONE_NUMBER') ?? fields.get('WORK_PHONE_NUMBER'),
      email: fields.get('EMAIL') ?? fields.get('WORK_EMAIL'),
    },
    about.externalId,
  )
  if (submitter) person.identities.push({ kind: 'linkedin_member', value: submitter.slice(0, 300) })
  const metadata = recordAt(recordAt(lead, 'leadMetadata') ?? {}, 'sponsoredLeadMetadata')
  return {
    type: 'message',
    network: 'linkedin_leads',
    account: about.account,
    externalId: about.externalId,
    person,
    sentAt: at,
    kind: 'form',
    attachments: [],
    referral: dropUndefined({
      sourceType: textAt(lead, 'leadType') === 'SPONSORED' ? 'ad' : 'form',
      formId: textAt(lead, 'versionedLeadGenFormUrn'),
      formName: form && textAt(form, 'name'),
      campaignId: metadata && textAt(metadata, 'campaign'),
      adId: textAt(recordAt(lead, 'associatedEntity') ?? {}, 'associatedCreative'),
    }),
    data: dropUndefined({
      answers: Object.fromEntries(answers),
      consents: recordAt(lead, 'formResponse')?.consentResponses,
      other: restOf(lead, [
        'id',
        'formResponse',
        'submittedAt',
        'submitter',
        'owner',
        'versionedLeadGenFormUrn',
      ]),
      test: lead.testLead === true || undefined,
    }),
  }
}

function questionsOf(form: JsonRecord | undefined): Map<string, Question> {
  const content = form && recordAt(form, 'content')
  const questions = (content && listAt(content, 'questions')) ?? []
  return new Map(
    questions.filter(isRecord).flatMap((question): [string, Question][] => {
      const id = idAt(question, 'questionId')
      if (id === undefined) return []
      const field = textAt(question, 'predefinedField')
      const label = localized(question.question) ?? textAt(question, 'name') ?? field ?? `#${id}`
      const details = recordAt(recordAt(question, 'questionDetails') ?? {}, 'multipleChoiceQuestionDetails')
      const options = new Map(
        ((details && listAt(details, 'options')) ?? [])
          .filter(isRecord)
          .flatMap((option): [string, string][] => {
            const key = idAt(option, 'id')
            const text = localized(option.text)
            return key !== undefined && text !== undefined ? [[key, text]] : []
          }),
      )
      return [[id, { field, label, options }]]
    }),
  )
}

/** The answer's own words; one stored page of LinkedIn's shows them one level deeper, under `accepted`. */
function wordsOf(answer: JsonRecord, question: Question | undefined): string | undefined {
  const details = recordAt(answer, 'answerDetails') ?? recordAt(answer, 'accepted')
  if (!details) return undefined
  const text = recordAt(details, 'textQuestionAnswer')
  if (text) return textAt(text, 'answer')
  const choice = recordAt(details, 'multipleChoiceAnswer')
  const chosen = (choice && listAt(choice, 'options')) ?? []
  const words = chosen.map((option) => question?.options.get(String(option)) ?? String(option))
  return words.length > 0 ? words.join(', ') : undefined
}

/** The first language that has words. */
function localized(text: unknown): string | undefined {
  if (typeof text === 'string') return text || undefined
  if (!isRecord(text)) return undefined
  const [first] = Object.values(recordAt(text, 'localized') ?? {})
  return typeof first === 'string' && first !== '' ? first : undefined
}
