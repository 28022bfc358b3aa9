import type { Workbench } from './workbench/open-workbench.ts'

/** One figure, as it is shown: against its yardstick and its target, where it has them. */
export interface Figure {
  what: string
  value: string
  yardstick?: string
  target?: string
  /** Whether the target is met; absent where there is none. */
  met?: boolean
}

export interface Findings {
  figures: Figure[]
  /** Sentences below the table: what was counted, and what should be known to read the figures. */
  notes: string[]
}

export interface Benchmark {
  name: string
  title: string
  /**
   * Measures. What it opens is closed by the workbench, also when it fails.
   *
   * @throws when something was lost, doubled or refused: such a figure would be worth nothing
   */
  run(bench: Workbench): Promise<Findings>
}
