import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { platform } from 'node:os'

export interface LiveProcess {
  /**
   * Differs for two processes that had the same pid one after the other; empty where the system does not
   * tell.
   */
  identity: string
  /** The command line; empty where the system does not tell. */
  command: string
}

/**
 * What runs under a pid now, or undefined. A process that has ended but was not yet reaped by its parent
 * counts as ended: in a container without an init process it would otherwise seem to live for ever.
 */
export async function inspectProcess(pid: number): Promise<LiveProcess | undefined> {
  if (platform() === 'linux') return inspectOnLinux(pid)
  if (platform() === 'win32') return answersSignal(pid) ? { identity: '', command: '' } : undefined
  return inspectWithPs(pid)
}

async function inspectOnLinux(pid: number): Promise<LiveProcess | undefined> {
  try {
    const [stat, command, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // The name in parentheses may hold spaces, so the fields are counted from its end: state first, start
    // time 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return { identity: `${boot.trim()}/${fields[19]}`, command: command.replaceAll('\0', ' ') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}

async function inspectWithPs(pid: number): Promise<LiveProcess | undefined> {
  const line = await new Promise<string>((resolve) => {
    const options = { env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
    // `ps` fails when there is no such process, and that is the answer.
    execFile('ps', ['-ww', '-o', 'lstart=,stat=,command=', '-p', String(pid)], options, (_error, out) =>
      resolve(out.trim()),
    )
  })
  const found = /^(\w+ +\w+ +\d+ +[\d:]+ +\d+) +(\S+) +(.*)$/.exec(line)
  if (!found || found[2]?.startsWith('Z')) return undefined
  return { identity: found[1] ?? '', command: found[3] ?? '' }
}

function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
