import type { LeadFacts } from './person-of-lead.ts'

export interface GuessedFields extends LeadFacts {
  message?: string | undefined
}

/**
 * The last step of a key, in lower case and without what only decorates it: `data[0].Your-Name*` becomes `yourname`.
 * Letters of every script stay.
 */
const bareKey = (key: string): string =>
  (key.split('.').at(-1) ?? key)
    .replace(/\[\d+\]$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const words = {
  firstName: [
    'firstname',
    'first',
    'fname',
    'givenname',
    'prénom',
    'prenom',
    'vorname',
    'nombre',
    'الاسمالأول',
  ],
  lastName: [
    'lastname',
    'last',
    'lname',
    'surname',
    'familyname',
    'nomdefamille',
    'nachname',
    'apellido',
    'اسمالعائلة',
  ],
  name: [
    'name',
    'fullname',
    'yourname',
    'contactname',
    'customername',
    'nom',
    'nomcomplet',
    'votrenom',
    'الاسم',
    'الاسمالكامل',
  ],
  email: [
    'email',
    'emailaddress',
    'youremail',
    'mail',
    'workemail',
    'courriel',
    'adresseemail',
    'البريدالإلكتروني',
    'البريد',
  ],
  phone: [
    ...[
      'phone',
      'phonenumber',
      'yourphone',
      'tel',
      'telephone',
      'mobile',
      'mobilenumber',
      'cell',
      'whatsapp',
    ],
    ...[
      'whatsappnumber',
      'téléphone',
      'numéro',
      'numérodetéléphone',
      'portable',
      'الهاتف',
      'رقمالهاتف',
      'الجوال',
    ],
  ],
  message: [
    'message',
    'yourmessage',
    'comment',
    'comments',
    'question',
    'notes',
    'text',
    'body',
    'الرسالة',
    'commentaire',
  ],
} satisfies Record<string, string[]>

const looksLikeEmail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())
const looksLikePhone = (value: string) =>
  /^[+(]?[\d\s().-]{8,24}$/.test(value.trim()) && /\d{7}/.test(value.replace(/\D/g, ''))

/**
 * Guesses who is behind a form whose fields nobody has explained: by what fields are called, and, where that says
 * nothing, by what their values look like.
 */
export function guessFields(answers: Record<string, string>): GuessedFields {
  const entries = Object.entries(answers)
    .map(([key, value]) => ({ key: bareKey(key), value: value.trim() }))
    .filter(({ value }) => value !== '')
  const named = (kind: keyof typeof words) => {
    for (const word of words[kind]) {
      const hit = entries.find(({ key }) => key === word)
      if (hit) return hit.value
    }
    return undefined
  }
  const both = [named('firstName'), named('lastName')].filter((part) => part !== undefined).join(' ')
  const named_ = named('email')
  const email =
    named_ && looksLikeEmail(named_) ? named_ : entries.find(({ value }) => looksLikeEmail(value))?.value
  const phone = named('phone') ?? entries.find(({ value }) => looksLikePhone(value))?.value
  return { name: named('name') ?? (both || undefined), email, phone, message: named('message') }
}
