import { type Fields, isFields } from './fields.ts'
import { Refusal } from './refusal.ts'

/** The text at `key`. @throws {Refusal} 400 when it is absent or empty. */
export function wantText(from: Fields, key: string): string {
  const value = from[key]
  if (typeof value !== 'string' || value === '')
    throw new Refusal(400, `"${key}" must be a text that is not empty.`)
  return value
}

/** @throws {Refusal} 400 when there is something at `key` that is no text. */
export function mayText(from: Fields, key: string): string | undefined {
  const value = from[key]
  if (value === undefined || typeof value === 'string') return value
  throw new Refusal(400, `"${key}" must be a text.`)
}

/** @throws {Refusal} 400 when it is absent or no finite number. */
export function wantNumber(from: Fields, key: string): number {
  const value = from[key]
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Refusal(400, `"${key}" must be a number.`)
  return value
}

/** @throws {Refusal} 400 when there is something at `key` that is neither true nor false. */
export function mayFlag(from: Fields, key: string): boolean | undefined {
  const value = from[key]
  if (value === undefined || typeof value === 'boolean') return value
  throw new Refusal(400, `"${key}" must be true or false.`)
}

/** A whole number at `key` between 1 and `max`, or 1. @throws {Refusal} 400 for anything else. */
export function mayCount(from: Fields, key: string, max: number): number {
  const value = from[key] ?? 1
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > max)
    throw new Refusal(400, `"${key}" must be a whole number from 1 to ${max}.`)
  return value
}

/** The objects at `key`. @throws {Refusal} 400 when it is no list of objects or empty. */
export function wantList(from: Fields, key: string): Fields[] {
  const value = from[key]
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFields))
    throw new Refusal(400, `"${key}" must be a list of objects that is not empty.`)
  return value
}
