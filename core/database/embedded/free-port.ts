import { readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'

/**
 * The port of last time where it is still free, so that saved connection settings stay true; else any free
 * one.
 */
export async function choosePort(file: string): Promise<number> {
  const last = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '0'
    throw error
  })
  const wanted = Number(last)
  const port = (wanted > 0 && wanted < 65_536 ? await tryPort(wanted) : undefined) ?? (await tryPort(0))
  if (port === undefined) throw new Error('The system has no free port on 127.0.0.1')
  await writeFile(file, String(port))
  return port
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo
      probe.close(() => resolve(found))
    })
  })
}
