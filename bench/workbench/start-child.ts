import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of the benchmarks' own, which ends by itself when this one does. */
export interface Child {
  pid: number
  /** Sends a message and resolves with the next one that the child sends. @throws when it ends instead */
  ask(message: unknown): Promise<unknown>
  /** Sends a message that nothing answers. */
  tell(message: unknown): void
  /** What the child said first: that it is ready, and how. */
  ready: unknown
  stop(): Promise<void>
}

/** Starts a file as a process with a channel to this one, and waits for its first message. */
export async function startChild(file: string, argument: unknown): Promise<Child> {
  const child = fork(file, [JSON.stringify(argument)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const next = () =>
    new Promise<unknown>((resolve, reject) => {
      const onExit = (code: number | null) => {
        child.off('message', onMessage)
        reject(new Error(`${file} ended with code ${code} instead of answering.`))
      }
      const onMessage = (message: unknown) => {
        child.off('exit', onExit)
        resolve(message)
      }
      child.once('exit', onExit)
      child.once('message', onMessage)
    })
  const ready = await next()
  return {
    pid: child.pid ?? 0,
    ready,
    ask(message) {
      const answer = next()
      child.send(message as string)
      return answer
    },
    tell: (message) => void child.send(message as string),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}
