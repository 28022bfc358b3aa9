import { createHash } from 'node:crypto'
import type { Fields } from '../../meta/fields.ts'
import { entityOf, formId, formUrn, type LinkedinLead, ownerOf, questions } from './linkedin-store.ts'

/** A lead as `GET /rest/leadFormResponses/{id}` shows it: answers carry question ids only. */
export function responseNode(lead: LinkedinLead, organizationId: string): Fields {
  const answers = questions.flatMap(({ questionId, name }) => {
    const answer = lead.answers[name]
    return answer === undefined ? [] : [{ questionId, answerDetails: { textQuestionAnswer: { answer } } }]
  })
  const sponsored = lead.leadType === 'SPONSORED'
  return {
    id: lead.id,
    leadType: lead.leadType,
    owner: ownerOf(lead, organizationId),
    submitter: submitterOf(lead),
    versionedLeadGenFormUrn: formUrn,
    submittedAt: lead.submittedAt,
    testLead: lead.testLead,
    ...(sponsored
      ? { leadMetadata: { sponsoredLeadMetadata: { campaign: 'urn:li:sponsoredCampaign:367378525' } } }
      : {}),
    associatedEntity: entityOf(lead, organizationId),
    formResponse: { answers, consentResponses: [] },
  }
}

/** LinkedIn names a person to an app by a name of his own, the same each time; here whoever has the same address is one. */
function submitterOf({ id, answers }: LinkedinLead): string {
  const person = createHash('sha256')
    .update(answers.email ?? id)
    .digest('base64url')
  return `urn:li:person:${person.slice(0, 10)}`
}

/** The form as `GET /rest/leadForms/{id}` shows it. */
export function formNode(organizationId: string): Fields {
  return {
    id: formId,
    owner: { organization: `urn:li:organization:${organizationId}` },
    name: 'Corporate memberships',
    versionId: 1,
    state: 'PUBLISHED',
    creationLocale: { country: 'US', language: 'en' },
    content: {
      questions: questions.map(({ questionId, name, label, predefinedField }) => ({
        questionId,
        name,
        ...(predefinedField === undefined ? {} : { predefinedField }),
        responseRequired: false,
        question: { localized: { en_US: label } },
        questionDetails: { textQuestionDetails: {} },
      })),
    },
  }
}
