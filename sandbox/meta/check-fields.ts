import { type Fields, isFields } from './fields.ts'
import { badParameter, invalid, missing } from './problems.ts'

/** Graph takes an object or a list also as a string of JSON, wherever it takes it at all. */
function decoded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return value
    throw error
  }
}

/** Characters as people count them in a limit: an emoji outside the basic plane is one. */
function length(text: string): number {
  return [...text].length
}

/**
 * The object at `key`, which must be there and hold no key but the allowed ones: Graph refuses what it does not know,
 * so that a misspelt option cannot pass unnoticed.
 * @throws {GraphError} 131008 when absent, 100 when it is no object or holds a strange key.
 */
export function checkObject(from: Fields, key: string, path: string, allowed: readonly string[]): Fields {
  const value = decoded(from[key])
  if (value === undefined || value === null) throw missing(path)
  if (!isFields(value)) throw badParameter(`Param ${path} must be a JSON object.`)
  for (const name of Object.keys(value))
    if (!allowed.includes(name)) throw badParameter(`Unexpected key "${name}" on param "${path}".`)
  return value
}

/**
 * The text at `key`, at least one character and at most `max`.
 * @throws {GraphError} 131008 when absent, 131009 when empty or too long, 100 when it is no text.
 */
export function checkText(from: Fields, key: string, path: string, max: number): string {
  const value = from[key]
  if (value === undefined || value === null) throw missing(path)
  if (typeof value !== 'string') throw badParameter(`Param ${path} must be a string.`)
  const size = length(value)
  if (size === 0) throw invalid(`${path} is empty.`)
  if (size > max) throw invalid(`${path} is ${size} characters long; at most ${max} are allowed.`)
  return value
}

/** As `checkText`, for a text that may be absent. */
export function checkOptionalText(from: Fields, key: string, path: string, max: number): string | undefined {
  return from[key] === undefined ? undefined : checkText(from, key, path, max)
}

/**
 * The list of objects at `key`, between one and `max` of them.
 * @throws {GraphError} 131008 when absent, 131009 when empty or too long, 100 when it is no list of objects.
 */
export function checkList(from: Fields, key: string, path: string, max: number): Fields[] {
  const value = decoded(from[key])
  if (value === undefined || value === null) throw missing(path)
  if (!Array.isArray(value) || !value.every(isFields))
    throw badParameter(`Param ${path} must be an array of objects.`)
  if (value.length === 0) throw invalid(`${path} is empty.`)
  if (value.length > max) throw invalid(`${path} holds ${value.length} items; at most ${max} are allowed.`)
  return value
}

/** A number at `key` between two bounds, given as a number or as digits. */
export function checkNumber(from: Fields, key: string, path: string, low: number, high: number): number {
  const value = from[key]
  if (value === undefined || value === null || value === '') throw missing(path)
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number))
    throw badParameter(`Param ${path} must be a number.`)
  if (number < low || number > high) throw invalid(`${path} must lie between ${low} and ${high}.`)
  return number
}

/** True or false at `key`, or nothing. @throws {GraphError} 100 for anything else. */
export function checkOptionalFlag(from: Fields, key: string, path: string): boolean | undefined {
  const value = from[key]
  if (value === undefined || typeof value === 'boolean') return value
  throw badParameter(`Param ${path} must be a boolean.`)
}

/** Refuses two equal ids in one message: a tap could not be told apart. */
export function checkUnique(ids: readonly string[], path: string): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw invalid(`${path} must be unique: "${twice}" stands there more than once.`)
}
