import { openSandbox } from './open-sandbox.ts'

const statePath = process.env.SANDBOX_STATE
const sandbox = await openSandbox({
  port: Number(process.env.SANDBOX_PORT ?? 3010),
  host: process.env.SANDBOX_HOST ?? '127.0.0.1',
  ...(statePath ? { statePath } : {}),
})

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await sandbox.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// A parent that was killed cannot send a signal; its closed IPC channel tells, so no orphan keeps the port.
process.on('disconnect', stop)

const ready = { ready: true, url: sandbox.url }
process.stdout.write(`${JSON.stringify(ready)}\n`)
process.send?.(ready)
