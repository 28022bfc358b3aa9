import type { Benchmark } from '../benchmark.ts'
import { measurePreloaded } from './drain/preloaded.ts'
import { mix, whatsapp } from './drain/scenes.ts'
import { measureStatuses } from './drain/statuses.ts'
import { measureSustained } from './drain/sustained.ts'

/** How fast stored calls become contacts, leads, conversations, messages and events. */
export const drain: Benchmark = {
  name: 'drain',
  title: 'Working calls off: contact, lead, conversation, message, event and its delivery row',
  async run(bench) {
    const parts = []
    for (const measure of [
      () => measurePreloaded(bench, whatsapp),
      () => measureSustained(bench, 1_000, whatsapp),
      () => measureSustained(bench, 3_300, whatsapp),
      () => measureStatuses(bench),
      () => measurePreloaded(bench, mix),
      () => measureSustained(bench, 3_300, mix),
    ]) {
      parts.push(await measure())
      await bench.clear()
    }
    return { figures: parts.flatMap(({ figures }) => figures), notes: parts.flatMap(({ notes }) => notes) }
  },
}
