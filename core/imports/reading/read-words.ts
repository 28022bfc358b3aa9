import type { LeadStatus } from '../../leads/lead.ts'
import { normalWords } from '../../search/normal-words.ts'

const written: Record<LeadStatus, readonly string[]> = {
  new: ['new', 'open', 'nouveau', 'nouvelle', 'جديد', 'جديدة'],
  contacted: ['contacted', 'contacté', 'contactée', 'تم التواصل', 'تم الاتصال'],
  follow_up: [
    'follow up',
    'followup',
    'in progress',
    'à relancer',
    'relance',
    'suivi',
    'en cours',
    'متابعة',
    'قيد المتابعة',
    'للمتابعة',
  ],
  converted: [
    'converted',
    'won',
    'customer',
    'closed won',
    'converti',
    'convertie',
    'gagné',
    'client',
    'تم التحويل',
    'محول',
    'عميل',
  ],
  lost: ['lost', 'closed lost', 'perdu', 'perdue', 'خسارة', 'مفقود', 'ضائع', 'خسرناه'],
}
const statuses = new Map(
  Object.entries(written).flatMap(([status, words]) =>
    words.map((word) => [normalWords(word), status as LeadStatus] as const),
  ),
)

/** The status behind a word of a list, in English, French or Arabic. */
export const readStatus = (word: string): LeadStatus | undefined => statuses.get(normalWords(word))

/** Languages that customers of a business anywhere may speak, by their names in our three languages. */
const languages = new Map<string, string>()
const spoken = (
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta th ' +
  'tr uk ur vi zh'
).split(' ')
for (const inLanguage of ['en', 'fr', 'ar']) {
  const names = new Intl.DisplayNames(inLanguage, { type: 'language' })
  for (const code of spoken) languages.set(normalWords(names.of(code) ?? code), code)
}
for (const code of spoken) languages.set(code, code)

/** The code behind a language as lists write it: `fr`, `fr-CA`, French, français, الفرنسية. */
export function readLanguage(word: string): string | undefined {
  const code = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/i.exec(word.trim())?.[1]?.toLowerCase()
  return languages.get(code ?? normalWords(word))
}

/** A username as networks have it; undefined for what cannot be one. */
export function readUsername(word: string): string | undefined {
  const name = word
    .trim()
    .replace(/^https?:\/\/(?:www\.)?(?:t\.me|instagram\.com)\//i, '')
    .replace(/^@/, '')
    .replace(/\/$/, '')
    .toLowerCase()
  return /^[a-z0-9_.]{2,64}$/.test(name) ? name : undefined
}
