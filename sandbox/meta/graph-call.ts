import { type Fields, isFields } from './fields.ts'
import { badParameter } from './problems.ts'

/** A Graph call whose version and token are in order. */
export interface GraphCall {
  method: string
  /** The object the path names first. */
  id: string
  /** What follows it, such as `messages`; empty for the object itself. */
  edge: string
  query: URLSearchParams
  body: Buffer
  contentType: string
  token: string
  /** `http://host:port` as the caller wrote it: addresses in answers begin with it. */
  origin: string
}

/** The JSON object in the body. @throws {GraphError} 100 when it is none. */
export function jsonBody({ body, contentType }: Pick<GraphCall, 'body' | 'contentType'>): Fields {
  if (!contentType.toLowerCase().startsWith('application/json'))
    throw badParameter('Send the body as application/json.')
  const value = parse(body)
  if (!isFields(value)) throw badParameter('The body must be one valid JSON object.')
  return value
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw badParameter(`The body is no valid JSON: ${error.message}`)
    throw error
  }
}

/**
 * The wanted fields of an object, or all of them when the caller named none; `id` always comes.
 * @throws {GraphError} 100 for a field the object does not have
 */
export function pickFields(object: Fields, wanted: string | null, node: string): Fields {
  if (wanted === null || wanted === '') return object
  const names = wanted.split(',').map((name) => name.trim().replace(/[.({].*$/, ''))
  const strange = names.find((name) => !(name in object))
  if (strange !== undefined)
    throw badParameter(`Tried accessing nonexisting field (${strange}) on node type (${node})`)
  return Object.fromEntries([...names, 'id'].map((name) => [name, object[name]]))
}
