import type { Referral } from '../channels/inbound-item.ts'
import type { Random } from './create-random.ts'
import type { Doorway } from './desk-notes.ts'

/** How often leads come from where. */
const shares = {
  whatsapp: 44,
  whatsapp_ad: 24,
  instagram: 9,
  messenger: 3,
  telegram: 3,
  forms: 8,
  google_leads: 5,
  manual: 4,
} as const

export type DemoSource = keyof typeof shares

/** What the desk itself calls them. */
export const storedSource: Readonly<Record<DemoSource, string>> = {
  whatsapp: 'whatsapp',
  whatsapp_ad: 'whatsapp',
  instagram: 'instagram',
  messenger: 'messenger',
  telegram: 'telegram',
  forms: 'forms',
  google_leads: 'google_leads',
  manual: 'manual',
}

export const chatSources: readonly DemoSource[] = ['whatsapp', 'whatsapp_ad']

export const doorways: Readonly<Record<Exclude<DemoSource, 'whatsapp' | 'whatsapp_ad'>, Doorway>> = {
  instagram: 'chat',
  messenger: 'chat',
  telegram: 'chat',
  forms: 'form',
  google_leads: 'form',
  manual: 'visit',
}

const ads = [
  {
    sourceId: '120210000000000101',
    headline: 'Your first training is on us',
    body: 'Come in, look around, train for free. No strings attached.',
    campaign: 'Free trial, always on',
  },
  {
    sourceId: '120210000000000102',
    headline: 'Back to shape: no joining fee',
    body: 'Join this month and save the joining fee.',
    campaign: 'No joining fee',
  },
  {
    sourceId: '120210000000000103',
    headline: 'Train together: 69 € for two',
    body: 'One plan, two cards.',
    campaign: 'Couples',
  },
  {
    sourceId: '120210000000000104',
    headline: 'Kids’ gym on Wednesdays and Sundays',
    body: 'Six to twelve years, groups of ten, first class free.',
    campaign: 'Kids',
  },
] as const

/** First-touch facts of a lead, as the network or the form would have told them. */
export type Attribution = Referral & { campaign?: string; form?: string }

export const pickSource = (random: Random): DemoSource => random.weighted(shares)

export function attributionOf(source: DemoSource, random: Random): Attribution {
  const clickId = () => Buffer.from(random.bytes(24)).toString('base64url')
  switch (source) {
    case 'whatsapp_ad': {
      const { campaign, ...ad } = random.pick(ads)
      const sourceUrl = `https://ads.example/${ad.sourceId.slice(-3)}`
      return { sourceType: 'ad', ...ad, sourceUrl, clickId: clickId(), campaign }
    }
    case 'google_leads':
      return {
        headline: random.pick(['Gym near the station', 'Gym with classes and sauna', 'Kids’ gym near you']),
        campaign: random.pick(['Search: gym near me', 'Search: kids’ sports']),
        clickId: clickId(),
      }
    case 'forms':
      return {
        sourceUrl: `https://gym.example/${random.pick(['free-trial', 'prices', 'kids', 'contact'])}`,
        form: random.pick(['Free trial', 'Call me back']),
      }
    default:
      return {}
  }
}
