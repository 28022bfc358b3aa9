import type { JsonRecord } from '../../meta/loose-json.ts'

/** One change of a call, with what stands around it. */
export interface Change {
  /** Where it stands, as the beginning of its items' paths: `entry[0].changes[1].`, or nothing. */
  path: string
  /** The WhatsApp Business Account that it is about. */
  business: string | undefined
  /** The phone number id that it is about; management changes have none. */
  account: string | undefined
  /** Meta's time of the entry, where it gives one. */
  time: unknown
  /** Whether Meta's dashboard made it up for its "Test" button. */
  test: boolean
  record: JsonRecord
}
