import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/**
 * The least that a server can do: it answers whatever arrives and understands nothing. What the generator reaches
 * against it is the most that the generator can measure.
 */
const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('data', () => socket.write(answer))
  socket.on('error', () => socket.destroy())
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
