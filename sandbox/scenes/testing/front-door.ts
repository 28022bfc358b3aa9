import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * The public address of a desk: hands each connection to the next of the processes behind it, as a load balancer
 * does. The address stays the same while processes come and go.
 */
export interface FrontDoor {
  url: string
  /** Addresses of the processes that take connections now. */
  lead(urls: string[]): void
  close(): Promise<void>
}

export async function openFrontDoor(): Promise<FrontDoor> {
  let behind: URL[] = []
  let turn = 0
  const open = new Set<Socket>()
  const hold = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // A cut connection is what many scenes are about; the other end learns of it by the close.
    socket.on('error', () => socket.destroy())
  }
  const reach = (guest: Socket, left: number) => {
    const target = behind[turn % Math.max(1, behind.length)]
    turn += 1
    if (!target || left === 0 || guest.destroyed) return guest.destroy()
    const host = connect(Number(target.port), target.hostname)
    hold(host)
    host.once('connect', () => {
      guest.pipe(host).pipe(guest)
      guest.once('close', () => host.destroy())
      host.once('close', () => guest.end())
    })
    let connected = false
    host.once('connect', () => {
      connected = true
    })
    host.once('close', () => {
      if (!connected) reach(guest, left - 1)
    })
  }
  const server = createServer((guest) => {
    hold(guest)
    reach(guest, behind.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(urls) {
      behind = urls.map((url) => new URL(url))
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
