import type { Say } from '#core/i18n.ts'

/** How far the import of old chats has come; networks count to 100. */
export const sayImport = (say: Say, progress: number): string =>
  progress >= 100 ? say('import-done') : say('import-progress', { progress: String(Math.floor(progress)) })
