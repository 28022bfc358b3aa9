import type { FileManner } from './post-content.ts'

/** What Telegram shows together: photos with videos, documents and music only among their own kind. */
export type AlbumKind = 'seen' | 'documents' | 'music'

const kinds: Partial<Record<FileManner, AlbumKind>> = {
  photo: 'seen',
  video: 'seen',
  document: 'documents',
  audio: 'music',
}

/** In which kind of album a file can be; undefined: it stands alone. */
export const albumKind = (manner: FileManner): AlbumKind | undefined => kinds[manner]
