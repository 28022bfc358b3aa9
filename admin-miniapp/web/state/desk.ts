import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '../../contract.ts'
import type { Session } from './session.ts'
import type { Times } from './times.ts'
import type { Tongue } from './words.ts'

/** What every part of the page works with. */
export interface Desk {
  session: Session
  me: Me
  tongue: Tongue
  times: Times
  /** The session is over, by itself or because the member left it: nothing more can be asked. */
  over(code?: 'signed-out'): void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('There is no desk before a session has begun.')
  return desk
}
