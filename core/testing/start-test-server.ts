import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureApplicationRole } from '../database/application-role.ts'
import { openEmbeddedServer } from '../database/embedded/open-embedded-server.ts'
import { migrate } from '../database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's URL of the test server; its database `template` is migrated and empty. */
    testServer: string
  }
}

export const templateName = 'parley_template'

/** Starts one PostgreSQL for the whole run, with a migrated database that each test file clones. */
export async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const lines: string[] = []
  const server = await openEmbeddedServer({ dataDir, log: (line) => void lines.push(line) })
  const url = new URL(server.url)
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  await admin.end()
  url.pathname = `/${templateName}`
  await ensureApplicationRole(url.href)
  await migrate(url.href, join(import.meta.dirname, '../../migrations'))
  project.provide('testServer', server.url)
  return async () => {
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
