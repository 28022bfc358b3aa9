import { v5, v7 } from 'uuid'

/** A UUIDv7: rises with time, so that rows of one time lie together in every index. */
export const newId = (): string => v7()

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
