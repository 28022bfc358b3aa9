import { z } from 'zod'

/**
 * What is kept of a submitted form: who it is for, when it came, and the fields. Kept instead of the bare body, because
 * the body does not say for whom it is, and because how it is to be read may change later.
 */
export const formEnvelope = z.object({
  /** Digest of the form's token; see `account-of-secret.ts`. */
  account: z.string(),
  /** Unique for the submission: the idempotency key that came with it, or a digest of it. */
  externalId: z.string().min(1),
  /** ISO time at which it came. */
  receivedAt: z.iso.datetime(),
  /** The page that the form stood on. */
  page: z.string().optional(),
  /** Why it is put aside: it filled in the field that people do not see. */
  spam: z.boolean().optional(),
  /** The admin's word for which field is what, as it was when the form came. */
  mapping: z.record(z.string(), z.string()).optional(),
  /** What came with it; the bytes of those with an `upload` are kept under that id. */
  files: z
    .array(
      z.object({
        field: z.string(),
        name: z.string(),
        size: z.number(),
        mime: z.string().optional(),
        upload: z.string().optional(),
      }),
    )
    .optional(),
  fields: z.unknown(),
})

export type FormEnvelope = z.output<typeof formEnvelope>
