import { randomInt } from 'node:crypto'
import { v5, v7 } from 'uuid'

let aheadMs = 0
let last = { msecs: 0, seq: 0 }

/**
 * A UUIDv7: rises with time, so that rows of one time lie together in every index, and what networks date by the second
 * keeps the order in which it came. The time is the database's, as far as it is known: see `followClock`.
 */
export function newId(): string {
  const msecs = Math.round(Date.now() + aheadMs)
  if (msecs > last.msecs) last = { msecs, seq: randomInt(2 ** 31) }
  else if (last.seq < 2 ** 32 - 1) last.seq += 1
  else last = { msecs: last.msecs + 1, seq: 0 }
  return v7(last)
}

/** Smaller differences are left alone: following them would make ids go to and fro. */
const noticeableMs = 100

/**
 * Makes the ids of this process fall in with those of others, whose clocks may differ.
 *
 * @param ms how far the clock that all share is ahead of this process's; negative: behind
 * @param within by how much that may be wrong, in milliseconds
 */
export function followClock(ms: number, within = 0): void {
  if (Math.abs(ms - aheadMs) < Math.max(noticeableMs, within)) return
  aheadMs = ms
  // Ids that were made by the wrong time do not hold up those to come.
  last = { msecs: 0, seq: 0 }
}

/** Any fixed id would do: names of ours are told apart by what they begin with. */
const namespace = '6f1f0a2e-5f0b-4c43-9a52-8b4f6f0f3c11'

/** The id of what has a name: the same for the same name, so that asking twice for it is once. */
export const namedId = (name: string): string => v5(name, namespace)

/** The 22 characters by which buttons and links name a row: the id in base64url, since a button holds 64 bytes. */
export const shortId = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

/** The id behind a short one; undefined for anything that is not 16 bytes of base64url. */
export function longId(short: string): string | undefined {
  if (!/^[\w-]{22}$/.test(short)) return undefined
  const hex = Buffer.from(short, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
