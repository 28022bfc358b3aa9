import { spawn } from 'node:child_process'

/** The quick checks, side by side: types, lint and format, and the pure tests with the architecture's. */
const checks: [string, string[]][] = [
  ['tsc', ['--noEmit']],
  ['biome', ['check', '--error-on-warnings', '.']],
  ['vitest', ['run', '--project', 'pure', '--reporter', 'dot']],
]

const results = await Promise.all(
  checks.map(
    ([command, args]) =>
      new Promise<number>((resolve) => {
        let output = ''
        const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '1' } })
        child.stdout.on('data', (chunk) => {
          output += chunk
        })
        child.stderr.on('data', (chunk) => {
          output += chunk
        })
        child.on('close', (code) => {
          process.stdout.write(`${code === 0 ? 'good' : 'FAILED'}  ${command} ${args.join(' ')}\n`)
          if (code !== 0) process.stdout.write(output)
          resolve(code ?? 1)
        })
      }),
  ),
)
process.exitCode = results.every((code) => code === 0) ? 0 : 1
