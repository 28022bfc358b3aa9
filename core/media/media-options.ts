import type { MediaStore } from './media-store.ts'

/** What core needs to keep files; given by the composition root. */
export interface MediaOptions {
  store: MediaStore
  /** A folder on this machine for files on their way into the store: `DATA_DIR/media/incoming`. */
  incoming: string
  /** `MEDIA_MAX_MB` */
  maxMb: number
  /** Where this desk is reached from outside, asked with each link. */
  publicUrl: () => string
}

/** A desk without a store, such as a tool's or a test's: files wait, and there is none to be given out. */
export const withoutStore: Pick<MediaOptions, 'store' | 'publicUrl'> = {
  store: {
    put: async () => {
      throw new Error('This process keeps no files.')
    },
    open: async () => undefined,
    remove: async () => undefined,
  },
  publicUrl() {
    throw new Error('This process keeps no files, so it has no links to them.')
  },
}
