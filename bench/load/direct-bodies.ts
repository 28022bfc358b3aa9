import type { Call } from './call.ts'
import { millisecondOf, wordsOf } from './turns.ts'

/** The Instagram account and the Facebook Page that all benchmarks write to. */
export const directAccounts = { instagram: '17841400000004711', messenger: '100000000004711' } as const

export type DirectNetwork = keyof typeof directAccounts

const people = { instagram: 900_000_000_000, messenger: 7_000_000_000_000 }
const objects = { instagram: 'instagram', messenger: 'page' }
const mids = {
  instagram: 'aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE3ODQx',
  messenger: 'm_Zx7kW2pQ9sVtB4nRcYdA0uHfLg3eJi',
}

/** The id by which an account knows a person. */
export const scopedIdOf = (network: DirectNetwork, person: number): string => String(people[network] + person)

/** One direct message, as Meta sends it: about 390 bytes. Who wrote has to be asked for. */
export function directMessage(network: DirectNetwork, run: string, index: number, person: number): Call {
  const id = directAccounts[network]
  const timestamp = millisecondOf(index)
  return {
    path: `/webhooks/${network}`,
    body: JSON.stringify({
      object: objects[network],
      entry: [
        {
          id,
          time: timestamp + 400,
          messaging: [
            {
              sender: { id: scopedIdOf(network, person) },
              recipient: { id },
              timestamp,
              message: {
                mid: `${mids[network]}${run}${String(index).padStart(8, '0')}`,
                text: wordsOf(index),
              },
            },
          ],
        },
      ],
    }),
  }
}
