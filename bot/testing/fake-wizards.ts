import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'

type Keep = InputOf<(typeof commands)['keepWizard']>

/** One member's wizard as core keeps it, in memory. */
export function createFakeWizards() {
  let revision = 0
  let heard: string[] = []
  let running: { name: string; version: number; state: unknown } | null = null
  return {
    answers: {
      readWizard: () => structuredClone({ revision, heard, running, expired: null }),
      keepWizard: (input: Keep) => {
        if (input.revision !== revision) return { kept: false }
        revision += 1
        heard = [...heard, input.heard]
        running = input.wizard && { ...input.wizard, state: JSON.parse(input.wizard.state) }
        return { kept: true }
      },
    } as Record<string, (input: never) => unknown>,
  }
}
