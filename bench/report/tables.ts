import type { Findings } from '../benchmark.ts'

const heads = ['Measured', 'Result', 'Yardstick', 'Target', 'Met']

const rowsOf = ({ figures }: Findings): string[][] =>
  figures.map(({ what, value, yardstick = '', target = '', met }) => [
    what,
    value,
    yardstick,
    target,
    met === undefined ? '' : met ? 'yes' : 'no',
  ])

/** A table for the terminal, its columns in line. */
export function plainTable(findings: Findings): string {
  const rows = [heads, ...rowsOf(findings)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
  return [...lines, ...findings.notes.map((note) => `· ${note}`)].join('\n')
}

/** The same for a page. */
export function markdownTable(findings: Findings): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const table = [line(heads), line(heads.map(() => '---')), ...rowsOf(findings).map(line)].join('\n')
  return [table, ...findings.notes].join('\n\n')
}
