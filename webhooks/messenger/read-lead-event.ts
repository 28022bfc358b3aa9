import { personOfLead } from '../leads/person-of-lead.ts'
import { deriveId } from '../meta/direct/derive-id.ts'
import type { EventReader } from '../meta/direct/dialect.ts'
import { messageOf } from '../meta/direct/message-of.ts'
import { needed } from '../meta/direct/needed.ts'
import { readDirectReferral } from '../meta/direct/read-direct-referral.ts'
import { readParties } from '../meta/direct/read-parties.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { isRecord, listAt, recordAt, restOf, textAt } from '../meta/loose-json.ts'
import { factsInAnswers } from './facts-in-answers.ts'

/** The answers to the questions of an ad that opens Messenger; `LEAD_INCOMPLETE` where he stopped half-way. */
export const readLeadEvent: EventReader = (event, place) => {
  const lead = needed(event, 'lead')
  const arrived = recordAt(event, 'referral') ?? {}
  const { referral, details } = readDirectReferral(arrived)
  const answers = answersOf(listAt(lead, 'data') ?? [])
  const { person } = readParties(event, place)
  const message = messageOf(event, place, {
    externalId: deriveId('lead', [event.sender, event.recipient, event.timestamp, arrived, lead]),
    kind: 'form',
    referral,
    data: dropUndefined({
      answers,
      incomplete: textAt(arrived, 'type') === 'LEAD_INCOMPLETE' || undefined,
      referralDetails: details,
      other: restOf(lead, ['data']),
    }),
  })
  const claims = personOfLead(factsInAnswers(answers), message.externalId).identities
  const identities = [...person.identities, ...claims.filter(({ claimed }) => claimed)]
  return [{ ...message, person: { ...person, identities } }]
}

function answersOf(data: unknown[]): Record<string, string> {
  return Object.fromEntries(
    data
      .filter(isRecord)
      .map((row, index) => [textAt(row, 'question') ?? `${index + 1}`, textAt(row, 'answer') ?? '']),
  )
}
