import type { Random } from './create-random.ts'
import type { ContactRow, IdentityRow } from './demo-history.ts'
import { cultureShares, cultures, type DemoTongue, type FictionCountry } from './demo-names.ts'
import { chatSources, type DemoSource } from './lead-sources.ts'

/** A customer of the demo. */
export interface DemoPerson {
  contact: ContactRow
  identities: IdentityRow[]
  tongue: DemoTongue
  isMan: boolean
  /** What staff call the person; undefined where only a username is known. */
  firstName: string | undefined
  /** Whether the person's phone tells when a message was read. */
  showsReading: boolean
}

const areas = ['212', '305', '415', '617', '312', '646']

/**
 * Numbers of which regulators promise that nobody has them. The playground's own phones use low numbers of the French
 * and British ranges, which are left to them.
 */
const phoneMakers: Record<FictionCountry, (random: Random) => string> = {
  GB: (random) => `+447700900${random.whole(400, 999)}`,
  US: (random) => `+1${random.pick(areas)}55501${String(random.whole(0, 99)).padStart(2, '0')}`,
  FR: (random) => `+3363998${random.whole(3000, 9999)}`,
}

const handles = ['noor', 'desert.rose', 'blue.sea', 'gymlife', 'sahara', 'morning.run', 'najma', 'cedar']
const ornaments = ['🌸', '✨', '💪', '🌙', '⚽']

/** Makes customers, no two with the same name, number or username. */
export function createPeople(random: Random) {
  const used = new Set<string>()
  const fresh = (make: () => string) => {
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      const value = make()
      if (used.has(value)) continue
      used.add(value)
      return value
    }
    throw new Error('The demo has too few names or numbers for so many customers: add some.')
  }
  const usernameOf = (name: string) => {
    const plain = name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z ]/g, '')
      .trim()
      .replace(/ +/g, '.')
    return fresh(
      () => `${plain || random.pick(handles)}${random.chance(0.5) ? '.' : ''}${random.whole(2, 98)}`,
    )
  }

  function namesOf(source: DemoSource, name: string, country: FictionCountry) {
    const phone = () => {
      const value = fresh(() => phoneMakers[country](random))
      return { kind: 'phone', value, address: value.slice(1) }
    }
    const named = (kind: string, value: string) => ({ kind, value, address: null })
    const scopedId = () => fresh(() => `${country}.${random.whole(1, 9)}${digits(random, 19)}`)
    switch (source) {
      case 'whatsapp':
      case 'whatsapp_ad': {
        if (random.chance(0.12)) {
          return [named('whatsapp_user', scopedId()), named('whatsapp_username', usernameOf(name))]
        }
        return [phone(), ...(random.chance(0.3) ? [named('whatsapp_user', scopedId())] : [])]
      }
      case 'instagram':
        return [named('instagram_username', usernameOf(name))]
      case 'telegram':
        return [named('telegram_username', usernameOf(name))]
      case 'messenger':
        return [
          named(
            'messenger_user',
            fresh(() => `7${digits(random, 15)}`),
          ),
        ]
      case 'forms':
      case 'google_leads':
        return [phone(), named('email', `${usernameOf(name)}@mail.example`)]
      case 'manual':
        return [phone()]
    }
  }

  return {
    meet(at: Date, source: DemoSource): DemoPerson {
      const culture = cultures[random.weighted(cultureShares)]
      if (!culture) throw new Error('A share names a culture that does not exist.')
      const isMan = random.chance(0.48)
      const full = fresh(
        () => `${random.pick(isMan ? culture.men : culture.women)} ${random.pick(culture.families)}`,
      )
      const [given = full] = full.split(' ')
      const tongue = random.weighted(culture.tongues)
      const identities = namesOf(source, full, random.weighted(culture.phones))
      const nameless = identities.some(({ kind }) => kind === 'whatsapp_username') && random.chance(0.5)
      const id = random.id(at)
      return {
        contact: {
          id,
          name: nameless ? null : styled(random, given, full, source),
          language: tongue,
          createdAt: at,
        },
        identities: identities.map((claim) => ({
          ...claim,
          id: random.id(at),
          contactId: id,
          validFrom: at,
        })),
        tongue,
        isMan,
        firstName: nameless ? undefined : given,
        showsReading: random.chance(0.85),
      }
    },
  }
}

/** People in chats name themselves as they like; in forms and at the desk they give their name. */
function styled(random: Random, given: string, full: string, source: DemoSource): string {
  if (!chatSources.includes(source) || random.chance(0.75)) return full
  return random.pick([
    given,
    given.toLowerCase(),
    `${given} ${random.pick(ornaments)}`,
    // An initial means nothing in Arabic letters.
    full.replace(/ (\p{Script=Latin})\P{Z}*$/u, ' $1.'),
  ])
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.whole(0, 9)).join('')
