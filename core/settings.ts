import { z } from 'zod'
import { defineSettings } from './config.ts'

const roles = ['web', 'worker'] as const

/** Where and how Parley runs: what every room needs. */
export const coreSettings = defineSettings({
  title: 'Running',
  shape: {
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port of the HTTP server'),
    HOST: z.string().default('127.0.0.1').describe('Address that the HTTP server listens on'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Where the networks and the Mini App reach this server from outside, such as https://desk.example.org',
      ),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe('PostgreSQL 15 or newer, as the owner of its tables; absent: one is run in DATA_DIR'),
    DATABASE_APP_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe(
        'The restricted login the application uses; absent: Parley makes one itself, which needs CREATEROLE',
      ),
    DATA_DIR: z.string().default('./data').describe('Folder for everything that is not in the database'),
    ROLES: z
      .string()
      .default('web,worker')
      .transform((text) => text.split(',').map((role) => role.trim()))
      .pipe(z.array(z.enum(roles)).min(1))
      .describe('What this process does: web receives, worker processes and sends'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
      .default('info')
      .describe('How much is logged'),
    ENCRYPTION_KEY: z
      .string()
      .optional()
      .describe('32 bytes in base64 or hex that seal network tokens; absent: made once and kept in DATA_DIR'),
    METRICS_TOKEN: z
      .string()
      .min(8)
      .optional()
      .describe('Bearer token for /metrics; absent: only this machine may read it'),
  },
})
