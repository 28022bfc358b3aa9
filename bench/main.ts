import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { replaceBlock } from './report/replace-block.ts'
import { markdownTable, plainTable } from './report/tables.ts'
import { describeMachine } from './workbench/machine.ts'
import { openWorkbench } from './workbench/open-workbench.ts'

/**
 * `npm run bench [-- name…] [--write]`: runs all benchmarks or the named ones, prints their tables, and with
 * `--write` puts them into docs/benchmarks.md. Ends with 1 when one could not be measured or lost something; a
 * missed target is a figure like any other.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } })
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${benchmarks.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(64)
}
const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const page = join(import.meta.dirname, '../docs/benchmarks.md')

const bench = await openWorkbench()
process.once('uncaughtException', (error) => {
  console.error(error)
  void bench.close().finally(() => process.exit(1))
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.error('Clearing up …')
    void bench.close().finally(() => process.exit(130))
  })
}

try {
  const machine = await describeMachine(await bench.database())
  for (const [word, value] of machine) console.log(`${word}: ${value}`)
  const machineTable = machine.map(([word, value]) => `- ${word}: ${value}`).join('\n')
  await publish('machine', machineTable)
  for (const benchmark of chosen) await runOne(benchmark)
} finally {
  await bench.close()
}

async function runOne({ name, title, run }: (typeof benchmarks)[number]): Promise<void> {
  const beganAt = performance.now()
  try {
    const findings = await run(bench)
    console.log(`\n${name} — ${title}\n${plainTable(findings)}`)
    console.log(`(${Math.round((performance.now() - beganAt) / 1000)} s)`)
    await publish(name, `${markdownTable(findings)}\n\nMeasured on ${new Date().toISOString().slice(0, 10)}.`)
  } catch (error) {
    process.exitCode = 1
    console.error(
      `\n${name} — ${title}\nCould not be measured: ${error instanceof Error ? error.message : error}`,
    )
  } finally {
    await bench.clear()
  }
}

async function publish(name: string, text: string): Promise<void> {
  if (values.write) await writeFile(page, replaceBlock(await readFile(page, 'utf8'), name, text))
}
