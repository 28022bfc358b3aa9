import type { Call } from './call.ts'
import { wordsOf } from './turns.ts'

/** What Google proves itself by, and the secret part of the website form's address. */
export const googleKey = 'a-google-key-of-the-benchmarks-only'
export const formsToken = 'a-form-of-the-benchmarks-only'

/** What a person types for his phone; nobody of the chats has it. */
export const typedPhoneOf = (person: number): string => `+337${String(50_000_000 + person)}`

/** One lead of a lead form, as Google sends it: about 620 bytes. */
export function googleLead(run: string, index: number, person: number): Call {
  return {
    path: '/webhooks/google-ads',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      lead_id: `TeSter-${run}-${String(index).padStart(8, '0')}`,
      user_column_data: [
        { column_id: 'FULL_NAME', string_value: `Customer L${person}`, column_name: 'Full name' },
        { column_id: 'PHONE_NUMBER', string_value: typedPhoneOf(person), column_name: 'Phone' },
        { column_id: 'question', string_value: wordsOf(index), column_name: 'What would you like to know?' },
      ],
      api_version: '1.0',
      form_id: 40_000_004_711,
      campaign_id: 50_000_004_711,
      adgroup_id: 60_000_004_711,
      creative_id: 70_000_004_711,
      gcl_id: `Cj0KCQiA-bench-${run}-${index}`,
      google_key: googleKey,
    }),
  }
}

/** One form, as a browser posts it through a proxy that says where it comes from: about 190 bytes. */
export function websiteForm(run: string, index: number, person: number): Call {
  const fields = {
    name: `Customer L${person}`,
    phone: typedPhoneOf(person),
    message: wordsOf(index),
    // The same person with the same words within ten minutes would be one submission.
    reference: `${run}-${index}`,
  }
  return {
    path: `/webhooks/forms/${formsToken}`,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Forwarded-For': `10.0.${Math.floor(index / 250) % 250}.${index % 250}`,
    },
    body: new URLSearchParams(fields).toString(),
  }
}
