import type { Benchmark } from '../benchmark.ts'
import { historySize } from '../load/history-bodies.ts'
import { percentiles } from '../load/percentiles.ts'
import { count, latency, megabytes, ms, perSecond, seconds } from '../report/words.ts'
import { whatsappCrowd } from '../workbench/crowd.ts'
import { webhookOf } from '../workbench/desk.ts'
import { checkMessages } from '../workbench/inbox.ts'
import { checkHistory, importAgain, importHistory } from './history/import.ts'
import { members, messagesPerSecond, openTeamDesk } from './notice/team-desk.ts'
import { tell } from './notice/tell.ts'

const aloneSeconds = 30

/** What the import of a phone's old chats costs those who write meanwhile. */
export const history: Benchmark = {
  name: 'history',
  title: 'Importing old chats: 100,000 WhatsApp messages of a phone while customers write',
  async run(bench) {
    const traffic = (run: string) => ({ kind: 'messages', run, people: members }) as const
    const { here, app, messages } = await openTeamDesk(bench, {}, whatsappCrowd(members), traffic('A'))
    const before = messagesPerSecond * aloneSeconds
    const alone = await tell(bench, here, webhookOf(app), traffic('B'), before)

    const imported = await importHistory(bench, here, app, traffic('C'))
    const live = percentiles(imported.told.map(({ took }) => took))
    await checkHistory(here.database, historySize.calls)
    await checkMessages(here.database, messages + before + imported.live)
    const again = await importAgain(bench, here, app)
    const complaints = app.complaints()
    await app.stop()
    return {
      figures: [
        {
          what: `${count(historySize.messages)} messages of ${count(historySize.threads)} chats in ${historySize.calls} calls, until all are stored`,
          value: `${(imported.took / 60_000).toFixed(1)} min`,
        },
        { what: 'stored meanwhile', value: perSecond(historySize.messages / (imported.took / 1000)) },
        {
          what: `live messages at ${messagesPerSecond}/s meanwhile, from the intended time to the pretended Telegram: p50`,
          value: ms(live.p50),
          yardstick: `${ms(alone.p50)} (the same without an import)`,
        },
        {
          what: 'p95',
          value: ms(live.p95),
          yardstick: ms(alone.p95),
          target: '< 200 ms',
          met: live.p95 < 200,
        },
        { what: 'p99', value: ms(live.p99), yardstick: ms(alone.p99) },
        { what: 'longest', value: ms(live.max), yardstick: ms(alone.max) },
        { what: 'memory (RSS) before', value: megabytes(imported.memory.before) },
        {
          what: 'most memory until all are stored',
          value: `${megabytes(imported.memory.most)} (+ ${megabytes(imported.memory.most - imported.memory.before)})`,
          target: '< 350 MB',
          met: imported.memory.most < 350 * 2 ** 20,
        },
      ],
      notes: [
        `Rows were counted: ${count(historySize.messages)} old messages, each once, and every live one. The calls were ` +
          `answered within ${latency(imported.answers)}. ${count(imported.told.length)} live messages fell into the import.`,
        `The same calls again added none, neither the same bytes nor, under another time of Meta's, ` +
          `${count(again.calls)} calls with ${count(again.messages)} messages, which took ${seconds(again.took / 1000)}.`,
        ...(complaints.count > 0
          ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
          : []),
      ],
    }
  },
}
