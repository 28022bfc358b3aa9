import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const database = ['**/*.db.test.ts']
const overHttp = ['**/*.http.test.ts']
const endToEnd = ['**/*.e2e.test.ts']
const ignored = ['node_modules/**', 'data/**']

/** All cores: tests wait for the database and for sockets, and whoever starts them rests meanwhile. */
const maxWorkers = Math.max(2, availableParallelism())

/** What is looked for again and again may take its time on a busy machine. */
const expects = { poll: { timeout: 15_000 } }

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'pure',
          // Pure tests leave nothing behind: they may share a thread, which saves most of their time.
          pool: 'threads',
          isolate: false,
          // A busy machine is no broken promise.
          testTimeout: 30_000,
          expect: expects,
          include: ['**/*.test.ts'],
          exclude: [...database, ...overHttp, ...endToEnd, ...ignored],
        },
      },
      {
        // One part against a real socket: too slow for the quick checks, too small for the whole desk.
        test: { name: 'http', include: overHttp, exclude: ignored, testTimeout: 30_000, expect: expects },
      },
      {
        test: {
          name: 'database',
          include: database,
          exclude: ignored,
          globalSetup: 'core/testing/start-test-server.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: expects,
        },
      },
      {
        test: {
          name: 'e2e',
          include: endToEnd,
          exclude: ignored,
          globalSetup: 'core/testing/start-test-server.ts',
          testTimeout: 90_000,
          hookTimeout: 60_000,
          expect: expects,
          // Scenes wait more than they work: three side by side leave two cores time to spare. They come after the rest,
          // whose tests would take the machine from under them.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
