import { createHash, hash } from 'node:crypto'
import { flatten } from '../leads/flatten.ts'
import { isRecord } from '../meta/loose-json.ts'
import type { ParsedForm } from './parse-form.ts'

/** A form sent again within this time, with the same words and no key of its own, is one. */
const sameMs = 10 * 60_000
/** Beyond this many the oldest is forgotten here, and known by its ten minutes of the clock alone. */
const mostRemembered = 20_000

export interface Submission {
  account: string
  form: ParsedForm
  /** The header `Idempotency-Key`; empty where there is none. */
  key: string
  /** The field that the admin named as the id, if any. */
  idPath: string | undefined
}

/**
 * Gives each submission the id by which it is known when it comes again: that of the key which came with it, else one
 * of its words. Words are hashed as they were read: the same form of a browser has another boundary each time.
 *
 * Sent twice over the edge of ten minutes, it is remembered here; other processes know it by the clock's ten minutes.
 */
export function createSubmissionNames(): (submission: Submission, now: Date) => string {
  const recent = new Map<string, { id: string; at: number }>()
  return ({ account, form, key, idPath }, now) => {
    const fields = isRecord(form.fields) ? form.fields : {}
    const named = idPath ? flatten(form.fields)[idPath] : undefined
    const given = key || fields._idempotency_key || fields.idempotency_key || named
    const name = (text: string) => createHash('sha256').update(`${account}\n${text}`).digest('base64url')
    if (typeof given === 'string' && given !== '') return name(`key\n${given.slice(0, 500)}`)
    const words = `${account}\n${hash('sha256', JSON.stringify([form.fields, form.files.map(({ field, name, size }) => ({ field, name, size }))]))}`
    const at = now.getTime()
    const before = recent.get(words)
    if (before && at - before.at < sameMs) return before.id
    const id = name(`words\n${Math.floor(at / sameMs)}\n${words}`)
    recent.delete(words)
    recent.set(words, { id, at })
    const [oldest] = recent.keys()
    if (recent.size > mostRemembered && oldest !== undefined) recent.delete(oldest)
    return id
  }
}
