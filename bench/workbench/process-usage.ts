import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

export interface Usage {
  /** Resident memory, shared libraries included, in bytes. */
  rss: number
  /** Processor time since the start of the process, in seconds. */
  cpu: number
}

/** Ticks per second in Linux's /proc, on every architecture that Node runs on. */
const ticks = 100

/** What a process uses, read from outside: asking the process itself would make it work. */
export async function usageOf(pid: number): Promise<Usage> {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

async function fromProc(pid: number): Promise<Usage> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ])
  // The name in brackets may hold spaces: the fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    rss: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024,
    cpu: (Number(fields[11]) + Number(fields[12])) / ticks,
  }
}

async function fromPs(pid: number): Promise<Usage> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=,time=', '-p', String(pid)])
  const [rss = '', time = ''] = stdout.trim().split(/\s+/)
  return { rss: Number(rss) * 1024, cpu: time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) }
}

/** Watches a process until told to stop, and gives the most memory that it held, in bytes. */
export function watchMemory(pid: number): { stop(): Promise<number> } {
  let most = 0
  let current = Promise.resolve()
  const look = () => {
    current = usageOf(pid).then(({ rss }) => {
      most = Math.max(most, rss)
    })
  }
  look()
  const timer = setInterval(look, 250)
  return {
    async stop() {
      clearInterval(timer)
      await current
      return most
    },
  }
}
