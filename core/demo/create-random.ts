import { v7 } from 'uuid'

/** Chance that comes out the same each time for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  /** A number between two positive ends, small ones far more often: how long people take to answer. */
  skewed(from: number, to: number): number
  chance(probability: number): boolean
  /** @throws for an empty list */
  pick<T>(list: readonly T[]): T
  /** One of the keys, as often as their weights say. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key
  shuffled<T>(list: readonly T[]): T[]
  bytes(count: number): Uint8Array
  /** A UUIDv7 of that time, as the desk gives to rows. */
  id(at: Date): string
}

/** Creates a generator (mulberry32: small, and good enough for people who do not exist). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => whole(0, 255))

  return {
    next,
    whole,
    bytes,
    skewed: (from, to) => from * (to / from) ** next(),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]) {
      if (list.length === 0) throw new Error('There is nothing to pick from.')
      return list[whole(0, list.length - 1)] as T
    },
    weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) {
      const keys = Object.keys(weights) as Key[]
      let left = next() * keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0)
      const found = keys.find((key) => {
        left -= weights[key] ?? 0
        return left < 0
      })
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
    shuffled: (list) =>
      list
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
    id: (at) => v7({ msecs: at.getTime(), seq: whole(0, 0x7fffffff), random: bytes(16) }),
  }
}
