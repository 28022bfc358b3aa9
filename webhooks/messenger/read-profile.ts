import type { Person } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { readDirectPerson } from '../meta/direct/read-direct-person.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { isRecord, type JsonRecord, textAt } from '../meta/loose-json.ts'

/** A person as Messenger's profile shows him; the locale `pt_BR` is the language tag `pt-BR`. */
export function readProfile(profile: JsonRecord, asked: JsonRecord | undefined, account: string): Person {
  const clean = cleanJson(profile)
  const facts = isRecord(clean) ? clean : {}
  const names = [textAt(facts, 'first_name'), textAt(facts, 'last_name')].filter((part) => part !== undefined)
  const { identities } = readDirectPerson({ ...asked }, account, 'messenger')
  const name = names.length > 0 ? names.join(' ') : textAt(facts, 'name')
  const locale = textAt(facts, 'locale')
  const language =
    locale !== undefined && /^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale) ? locale.replace('_', '-') : undefined
  return dropUndefined({ identities, name, language })
}
