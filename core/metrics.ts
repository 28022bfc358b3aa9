import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { QueueReport } from './loops/read-queues.ts'

/** What is counted, in Prometheus's words. Labels never name an organization, a person or a phone. */
export function createMetrics(readQueues: () => Promise<QueueReport[]>) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const accepted = counter('parley_webhooks_accepted_total', 'Webhook calls stored, by source', ['source'])
  const rejected = counter('parley_webhooks_rejected_total', 'Webhook calls turned away, by reason', [
    'reason',
  ])
  const drained = counter('parley_inbox_items_total', 'Items taken in from stored calls', [])
  const sends = counter('parley_sends_total', 'Attempts to send to customers, by outcome', [
    'network',
    'outcome',
  ])
  const tasks = counter('parley_network_tasks_total', 'Questions asked of networks, by kind and end', [
    'kind',
    'end',
  ])
  const files = counter('parley_media_total', 'Attempts to fetch a file, by outcome', ['outcome'])
  const stored = counter('parley_media_stored_bytes_total', 'Bytes of files that were stored', [])
  const posts = counter('parley_posts_total', 'Attempts to show something to staff, by outcome', ['outcome'])
  const calls = new Histogram({
    name: 'parley_desk_seconds',
    help: 'Commands and queries of the desk',
    labelNames: ['name', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['queue'], registers: [registry] })
  const waiting = gauge('parley_queue_waiting', 'Rows that wait, by queue')
  const oldest = gauge('parley_queue_oldest_seconds', 'Age of the oldest due row, by queue')
  const dead = gauge('parley_queue_dead', 'Dead letters, by queue')
  return {
    accepted: (source: string) => accepted.inc({ source }),
    rejected: (reason: string) => rejected.inc({ reason }),
    drained: (items: number) => drained.inc(items),
    sent: (network: string, outcome: string) => sends.inc({ network, outcome }),
    asked: (kind: string, end: string) => tasks.inc({ kind, end }),
    kept(outcome: string, bytes: number) {
      files.inc({ outcome })
      stored.inc(bytes)
    },
    shown: (outcome: string) => posts.inc({ outcome }),
    called: (name: string, outcome: string, ms: number) => calls.observe({ name, outcome }, ms / 1000),
    contentType: registry.contentType,
    /** The page that Prometheus reads; asks the database for the state of the queues. */
    async page(): Promise<string> {
      for (const report of await readQueues()) {
        waiting.set({ queue: report.queue }, report.waiting)
        oldest.set({ queue: report.queue }, report.oldestSeconds)
        dead.set({ queue: report.queue }, report.dead)
      }
      return registry.metrics()
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
