import type { Person } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { readDirectPerson } from '../meta/direct/read-direct-person.ts'
import { isRecord, type JsonRecord } from '../meta/loose-json.ts'

/** A person as Instagram's profile shows him, under the id that he was asked for by. */
export function readProfile(profile: JsonRecord, asked: JsonRecord | undefined, account: string): Person {
  const clean = cleanJson(profile)
  return readDirectPerson({ ...(isRecord(clean) ? clean : {}), ...asked }, account, 'instagram')
}
