import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * One room's settings: environment names to zod schemas (described, since `.env.example` is printed from them) and
 * the rules that hold between them. `problems` returns sentences, each naming the variable to change.
 */
export interface SettingsSlice<Shape extends z.ZodRawShape = z.ZodRawShape> {
  title: string
  shape: Shape
  problems?(values: z.output<z.ZodObject<Shape>>): string[]
}

export function defineSettings<Shape extends z.ZodRawShape>(
  slice: SettingsSlice<Shape>,
): SettingsSlice<Shape> {
  return slice
}

export type SettingsOf<Slice> =
  Slice extends SettingsSlice<infer Shape> ? z.output<z.ZodObject<Shape>> : never

/** Thrown once with every problem named, so that an operator mends all of them in one go. */
export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration has ${problems.length} problem(s):\n- ${problems.join('\n- ')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const placeholders = new Set([
  'changeme',
  'change-me',
  'change_me',
  'placeholder',
  'your-secret',
  'xxx',
  'todo',
])

/** A secret: an empty or placeholder value is refused, because a check against it would fail open. */
export const secret = (about: string) =>
  z
    .string()
    .min(1)
    .refine((value) => !placeholders.has(value.toLowerCase()), 'is a placeholder: set the real secret')
    .describe(about)
    .meta({ secret: true })

/**
 * Reads and checks all slices at once.
 *
 * @param env the environment; an empty value counts as absent; `NAME_FILE` names a file that holds the value
 * @throws ConfigError naming every problem
 */
export function parseConfig<const Slices extends readonly SettingsSlice[]>(
  slices: Slices,
  env: Record<string, string | undefined>,
): { [Index in keyof Slices]: SettingsOf<Slices[Index]> } {
  const problems: string[] = []
  const parsed = slices.map((slice) => {
    const given: Record<string, string> = {}
    for (const name of Object.keys(slice.shape)) {
      const value = readSetting(name, env, problems)
      if (value !== undefined) given[name] = value
    }
    const result = z.object(slice.shape).safeParse(given)
    if (!result.success) {
      problems.push(...result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
      return {}
    }
    problems.push(...(slice.problems?.(result.data) ?? []))
    return result.data
  })
  if (problems.length > 0) throw new ConfigError(problems)
  return parsed as { [Index in keyof Slices]: SettingsOf<Slices[Index]> }
}

function readSetting(name: string, env: Record<string, string | undefined>, problems: string[]) {
  const direct = env[name]?.trim()
  const path = env[`${name}_FILE`]?.trim()
  if (direct) return direct
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch (error) {
    problems.push(`${name}_FILE: cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? error})`)
    return undefined
  }
}

/** The text of `.env.example`: every setting with what it means and its default, all commented out. */
export function printEnvExample(slices: readonly SettingsSlice[]): string {
  const blocks = slices.map((slice) => {
    const lines = Object.entries(slice.shape).flatMap(([name, schema]) => {
      const fallback = defaultOf(schema as z.ZodType)
      const about = aboutOf(schema as z.ZodType)
      return [`# ${about}`, `#${name}=${fallback}`, '']
    })
    return [`## ${slice.title}`, '', ...lines].join('\n')
  })
  const head = [
    '# Every setting of Parley. With none set, `npm start` runs the playground.',
    '# Any of them also reads from a file: NAME_FILE=/run/secrets/name',
    '',
    '',
  ].join('\n')
  return head + blocks.join('\n')
}

function defaultOf(schema: z.ZodType): string {
  const result = schema.safeParse(undefined)
  return result.success && result.data !== undefined ? String(result.data) : ''
}

/** A description is lost when a schema is wrapped (optional, default, pipe): then it is the inner one's. */
function aboutOf(schema: z.ZodType): string {
  const description = z.globalRegistry.get(schema)?.description
  const inner = (schema as { def?: { innerType?: z.ZodType; in?: z.ZodType } }).def
  const next = inner?.innerType ?? inner?.in
  return description ?? (next ? aboutOf(next) : '')
}
