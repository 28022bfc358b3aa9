import { cp, rename, rm } from 'node:fs/promises'

/** Moves a folder, also to another file system; when it fails half-way, the original is still whole. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const unfinished = `${to}.unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    await rename(unfinished, to)
    // Renamed first, so that no half-deleted folder is ever found under its name.
    await rename(from, `${from}.moved`)
    await rm(`${from}.moved`, { recursive: true })
  }
}
