import { createFiller } from './create-filler.ts'
import { createPeople, type DemoPerson } from './create-people.ts'
import { createRandom, type Random } from './create-random.ts'
import type { ConversationRow, DemoHistory } from './demo-history.ts'
import type { DemoTongue } from './demo-names.ts'
import { customer, type DemoLanguage, type DemoScript } from './demo-script.ts'
import { deskNotes } from './desk-notes.ts'
import { createGymHours } from './gym-hours.ts'
import { attributionOf, chatSources, type DemoSource, doorways, pickSource } from './lead-sources.ts'
import { type Happening, playScript } from './play-script.ts'
import { arabic } from './scripts-ar.ts'
import { english } from './scripts-en.ts'
import { french } from './scripts-fr.ts'
import { type SettledLead, settleLead } from './settle-lead.ts'

/** A member who answers customers. */
export interface DemoStaff {
  memberId: string
  name: string
  /** What the member reads best: leads in that language go to him more often than not. */
  language: string | null
}

export interface HistoryOptions {
  seed: number
  now: Date
  /** At least one. */
  staff: readonly DemoStaff[]
  channelAccountId: string
  /** What the business is called in its messages. */
  gym: string
  /** IANA name of the zone whose hours people keep. */
  timeZone: string
}

const hour = 3_600_000
const day = 24 * hour
const languages: Readonly<Record<DemoTongue, DemoLanguage>> = { en: english, fr: french, ar: arabic }
const daysBack = 60
const regularLeads = 176
const freshLeads = 11
const waitingLeads = 10
const returningLeads = 9

/**
 * Makes the past of a small gym: some two hundred leads over sixty days, with what was said, noted and done. The same
 * options make the same rows; nothing in them is later than `now`.
 */
export function makeHistory({ seed, now, staff, channelAccountId, gym, timeZone }: HistoryOptions): DemoHistory {
  const random = createRandom(seed)
  const hours = createGymHours(now, timeZone, random)
  const people = createPeople(random)
  const scripts = createScriptBags(random)
  const conversations = new Map<string, ConversationRow>()

  /** A waking hour between then and now, sooner rather than longer ago. */
  const lately = (longestHours: number): Date => {
    for (;;) {
      const at = new Date(now.getTime() - 3 * 60_000 - random.next() ** 2 * longestHours * hour)
      if (hours.isAwake(at)) return at
    }
  }
  const someDay = (): Date => {
    for (;;) {
      const daysAgo = random.whole(0, daysBack - 1)
      if (!random.chance(hours.busyness(daysAgo))) continue
      const at = hours.arrival(daysAgo)
      if (at.getTime() < now.getTime() - 5 * 60_000) return at
    }
  }

  interface Plan {
    at: Date
    source: DemoSource
    person: DemoPerson
    script: DemoScript
    shape?: (happenings: Happening[]) => Happening[]
  }

  function live({ at, source, person, script, shape = (all) => all }: Plan): SettledLead {
    const language = languages[person.tongue]
    const owner = random.pick(staffFor(person.tongue, staff, random))
    const written = chatSources.includes(source)
    const opener = source === 'whatsapp_ad' ? [customer(random.pick(language.adOpeners))] : []
    const fill = createFiller({
      random,
      // Staff write notes in the language of the house.
      language: written ? language : english,
      isMan: person.isMan,
      name: person.firstName,
      staff: owner.name.split(' ')[0] ?? owner.name,
      gym,
    })
    const lines = [...opener, ...script.lines]
    const happenings = shape(playScript({ script: { ...script, lines }, from: at, hours, random, fill }))
    const known = conversations.get(person.contact.id)
    const conversationId = written ? (known?.id ?? random.id(at)) : undefined
    const settled = settleLead(
      {
        ...{ person, source, happenings, openedAt: at, ownerId: owner.memberId, value: script.value },
        attribution: attributionOf(source, random),
      },
      { now, random, channelAccountId, conversationId },
    )
    const { id: leadId, contactId, lastInboundAt, lastMessageAt } = settled.lead
    if (conversationId) {
      const createdAt = known?.createdAt ?? at
      conversations.set(contactId, {
        ...{ id: conversationId, channelAccountId, contactId, leadId, lastInboundAt, lastMessageAt, createdAt },
      })
    }
    return settled
  }

  const regular = Array.from({ length: regularLeads }, () => {
    const at = someDay()
    const source = pickSource(random)
    const person = people.meet(at, source)
    return live({ at, source, person, script: scripts.take(source, person.tongue, endingAtAge(now, at, random)) })
  })

  const fresh = Array.from({ length: freshLeads }, (_, index) => {
    // Two were overlooked: their windows have closed.
    const at = index < 2 ? new Date(lately(10).getTime() - 27 * hour) : lately(20)
    const source = index % 4 === 3 ? random.pick(['website_form', 'instagram'] as const) : 'whatsapp'
    const person = people.meet(at, source)
    const script = scripts.take(source, person.tongue, random.pick(['converted', 'contacted', 'follow_up']))
    const untouched = (all: Happening[]) => {
      const touched = all.findIndex((h) => h.type !== 'message' || h.direction === 'outbound')
      return all.slice(0, touched)
    }
    return live({ at, source, person, script, shape: untouched })
  })

  const waiting = Array.from({ length: waitingLeads }, () => {
    const at = hours.arrival(random.whole(3, 18))
    const source = random.pick(['whatsapp', 'whatsapp', 'whatsapp_ad'] as const)
    const person = people.meet(at, source)
    const script = scripts.take(source, person.tongue, random.pick(['contacted', 'follow_up']))
    const language = languages[person.tongue]
    const back = lately(16)
    const line = customer(random.pick(language.comebacks))
    const fill = createFiller({ random, language, isMan: person.isMan, name: undefined, staff: '', gym })
    const comeback = { type: 'message', at: back, direction: 'inbound', line, body: fill(line.body ?? '') } as const
    const talk = (all: Happening[]) => [...all.filter((h) => h.at.getTime() < back.getTime() - hour), comeback]
    return live({ at, source, person, script, shape: talk })
  })

  const closed = regular.filter(
    ({ lead, messages }) =>
      messages.length > 0 && lead.closedAt && lead.closedAt.getTime() < now.getTime() - 9 * day,
  )
  const returning = random
    .shuffled(closed)
    .slice(0, returningLeads)
    .map(({ lead, person }) => {
      const pause = random.whole(5, Math.floor((now.getTime() - (lead.closedAt ?? now).getTime()) / day) - 2)
      const at = hours.whenAwake(new Date((lead.closedAt ?? now).getTime() + pause * day))
      const before = lead.status === 'converted' ? 'converted' : 'lost'
      return live({ at, source: 'whatsapp', person, script: scripts.takeReturning(person.tongue, before) })
    })

  const settled = [...regular, ...fresh, ...waiting, ...returning].toSorted(
    (a, b) => a.lead.createdAt.getTime() - b.lead.createdAt.getTime(),
  )
  const met = [...new Set(settled.map(({ person }) => person))]
  return {
    contacts: met.map(({ contact }) => contact),
    identities: met.flatMap(({ identities }) => identities),
    leads: settled.map(({ lead }, index) => ({ ...lead, number: index + 1 })),
    conversations: [...conversations.values()],
    messages: settled.flatMap(({ messages }) => messages),
    attachments: settled.flatMap(({ attachments }) => attachments),
    notes: settled.flatMap(({ notes }) => notes),
    activities: settled.flatMap(({ activities }) => activities),
  }
}

/** Those who read the language, most of the time; otherwise anybody. */
function staffFor(tongue: DemoTongue, staff: readonly DemoStaff[], random: Random) {
  const readers = staff.filter(({ language }) => language?.slice(0, 2) === tongue)
  return readers.length > 0 && random.chance(0.8) ? readers : staff
}

/** Old leads have mostly found their end; young ones are mostly still on their way. */
function endingAtAge(now: Date, at: Date, random: Random): DemoScript['ending'] {
  const days = (now.getTime() - at.getTime()) / day
  if (days > 25) return random.weighted({ converted: 34, lost: 52, follow_up: 8, contacted: 6 })
  if (days > 8) return random.weighted({ converted: 30, lost: 36, follow_up: 20, contacted: 14 })
  return random.weighted({ converted: 28, lost: 18, follow_up: 30, contacted: 24 })
}

/** Hands out scripts of a kind in turn, so that the same talk comes back as rarely as possible. */
function createScriptBags(random: Random) {
  const bags = new Map<string, DemoScript[]>()
  const takeFrom = (key: string, choice: readonly DemoScript[]) => {
    const bag = bags.get(key)?.length ? (bags.get(key) ?? []) : random.shuffled(choice)
    const script = bag.pop()
    if (!script) throw new Error(`The demo has no script for ${key}.`)
    bags.set(key, bag)
    return script
  }
  return {
    take(source: DemoSource, tongue: DemoTongue, ending: DemoScript['ending']) {
      if (source !== 'whatsapp' && source !== 'whatsapp_ad') {
        const door = doorways[source]
        return takeFrom(`${door}/${ending}`, deskNotes[door].filter((script) => script.ending === ending))
      }
      const choice = languages[tongue].scripts.filter((script) => script.ending === ending && !script.returning)
      return takeFrom(`${tongue}/${ending}`, choice)
    },
    takeReturning(tongue: DemoTongue, before: 'converted' | 'lost') {
      const choice = languages[tongue].scripts.filter(({ returning }) => returning === before)
      return takeFrom(`${tongue}/after ${before}`, choice)
    },
  }
}
