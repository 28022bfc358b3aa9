import { z } from 'zod'
import { defineSettings, secret } from '../config.ts'

const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** Where files are kept and how large they may be. S3 that is half set up refuses to start. */
export const mediaSettings = defineSettings({
  title: 'Files',
  shape: {
    MEDIA_MAX_MB: z.coerce
      .number()
      .int()
      .min(1)
      .max(2_000)
      .default(100)
      .describe('The largest file that is kept, in megabytes (images: at most 20); larger ones stay away'),
    S3_BUCKET: z
      .string()
      .optional()
      .describe('Keeps files in this bucket rather than in DATA_DIR; several machines need one'),
    S3_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of a store that speaks S3; absent: Amazon'),
    S3_REGION: z.string().default('us-east-1').describe('Region of the bucket'),
    S3_ACCESS_KEY_ID: z.string().optional().describe('The key that may read, write and delete there'),
    S3_SECRET_ACCESS_KEY: secret('The secret of that key')
      .optional()
      .meta({ description: 'The secret of that key', secret: true }),
    S3_PREFIX: z
      .string()
      .regex(/^[\w./-]*$/, 'may hold letters, digits and . _ - /')
      .default('')
      .describe('In front of the name of every file in the bucket, such as parley/'),
    S3_FORCE_PATH_STYLE: z
      .stringbool()
      .optional()
      .describe('true: the bucket stands in the path, as most stores other than Amazon want it'),
  },
  problems(values) {
    const given = values.S3_ENDPOINT !== undefined || needed.some((name) => values[name] !== undefined)
    if (!given) return []
    return needed
      .filter((name) => values[name] === undefined)
      .map((name) => `${name}: is missing; keeping files in S3 needs it`)
  },
})
