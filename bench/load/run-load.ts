import { join } from 'node:path'
import type { Workbench } from '../workbench/open-workbench.ts'
import type { LoadOutcome, LoadPlan } from './load-plan.ts'

/** A load whose requests are signed and whose connections are open. */
export interface ReadyLoad {
  run(): Promise<LoadOutcome>
  /** Ends an open loop before its requests are used up: `run` resolves with what was sent. */
  end(): void
}

/** Prepares a load in a process of its own. */
export async function prepareLoad(bench: Workbench, plan: LoadPlan): Promise<ReadyLoad> {
  const child = await bench.child(join(import.meta.dirname, 'generate.ts'), plan)
  return {
    async run() {
      const outcome = (await child.ask('begin')) as LoadOutcome
      await child.stop()
      return outcome
    },
    end: () => child.tell('end'),
  }
}

/** Runs a load of which everything has to be taken. @throws when any call was refused */
export async function runLoad(bench: Workbench, plan: LoadPlan): Promise<LoadOutcome> {
  const load = await prepareLoad(bench, plan)
  return allAccepted(await load.run())
}

/** @throws when any call was refused */
export function allAccepted(outcome: LoadOutcome): LoadOutcome {
  const statuses = Object.entries(outcome.refused)
  if (statuses.length === 0) return outcome
  const words = statuses.map(([status, count]) => `${count} × ${status}`).join(', ')
  throw new Error(`Calls were refused (${words}): the figures of such a run are worth nothing.`)
}
