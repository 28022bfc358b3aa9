import type { Benchmark } from './benchmark.ts'
import { desk } from './measures/desk.ts'
import { drain } from './measures/drain.ts'
import { history } from './measures/history.ts'
import { intake } from './measures/intake.ts'
import { memory } from './measures/memory.ts'
import { notice } from './measures/notice.ts'
import { planes } from './measures/planes.ts'
import { search } from './measures/search.ts'
import { start } from './measures/start.ts'

/** In the order in which they run: the idle machine first, before anything has filled its caches. */
export const benchmarks: readonly Benchmark[] = [
  start,
  memory,
  intake,
  notice,
  desk,
  planes,
  drain,
  history,
  search,
]
