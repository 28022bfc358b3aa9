import { createFillers } from './create-fillers.ts'
import type { DemoPerson } from './create-people.ts'
import type { Random } from './create-random.ts'
import { languages } from './create-script-bags.ts'
import type { ConversationRow } from './demo-history.ts'
import type { DemoTongue } from './demo-names.ts'
import { customer, type DemoScript } from './demo-script.ts'
import type { GymHours } from './gym-hours.ts'
import type { DemoStaff, HistoryOptions } from './history-options.ts'
import { attributionOf, chatSources, type DemoSource } from './lead-sources.ts'
import { type Happening, playScript } from './play-script.ts'
import { type SettledLead, settleLead } from './settle-lead.ts'

/** What is meant to happen to one lead. */
export interface LeadPlan {
  at: Date
  source: DemoSource
  person: DemoPerson
  script: DemoScript
  /** Changes what would happen by the script: breaks it off, or adds to it. */
  shape?: (happenings: Happening[]) => Happening[]
}

/** Creates the function that lets leads live up to the present, and keeps the conversations that come of it. */
export function createLeadLife(options: HistoryOptions, random: Random, hours: GymHours) {
  const { now, staff, gym, channelAccountId } = options
  const conversations = new Map<string, ConversationRow>()

  function live({ at, source, person, script, shape = (all) => all }: LeadPlan): SettledLead {
    const language = languages[person.tongue]
    const owner = random.pick(staffFor(person.tongue, staff, random))
    const written = chatSources.includes(source)
    const opener = source === 'whatsapp_ad' ? [customer(random.pick(language.adOpeners))] : []
    const fill = createFillers({
      ...{ random, language, house: languages.en, isMan: person.isMan, name: person.firstName, gym },
      weekday: weekdayAfter(at, hours),
      staff: owner.name.split(' ')[0] ?? owner.name,
    })
    const played = playScript({
      ...{ from: at, hours, random, fill },
      script: { ...script, lines: [...opener, ...script.lines] },
    })
    const known = conversations.get(person.contact.id)
    const conversationId = written ? (known?.id ?? random.id(at)) : undefined
    const settled = settleLead(
      {
        ...{ person, source, openedAt: at, ownerId: owner.memberId, value: script.value },
        happenings: shape(played),
        attribution: attributionOf(source, random),
      },
      { now, random, channelAccountId, conversationId },
    )
    if (conversationId) {
      const { id: leadId, contactId, lastInboundAt, lastMessageAt } = settled.lead
      conversations.set(contactId, {
        ...{ id: conversationId, channelAccountId, contactId, leadId, lastInboundAt, lastMessageAt },
        createdAt: known?.createdAt ?? at,
      })
    }
    return settled
  }

  return { live, conversations: () => [...conversations.values()] }
}

/** That of the day after tomorrow, for which people make plans; or tomorrow's, where that is a Sunday. */
function weekdayAfter(at: Date, hours: GymHours): number {
  const today = hours.weekday(at)
  return (today + 2) % 7 || (today + 1) % 7
}

/** Those who read the language, most of the time; otherwise anybody. */
function staffFor(tongue: DemoTongue, staff: readonly DemoStaff[], random: Random): readonly DemoStaff[] {
  const readers = staff.filter(({ language }) => language?.slice(0, 2) === tongue)
  return readers.length > 0 && random.chance(0.8) ? readers : staff
}
