import type { Latency } from '../load/percentiles.ts'

/** Numbers as people read them. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US')
export const perSecond = (value: number): string => `${count(value)}/s`
export const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`
export const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} s`
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
export const times = (value: number): string => `${value.toFixed(1)} ×`
export const latency = ({ p50, p95, p99, max }: Latency): string =>
  `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(max)}`
/** Several runs: the range in which they lie. */
export const range = (values: readonly number[], write: (value: number) => string): string =>
  `${write(Math.min(...values))} to ${write(Math.max(...values))}`
