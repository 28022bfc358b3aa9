import type { Asked } from './channel-port.ts'
import type { NetworkFailure } from './inbound-item.ts'

/** Some networks quote the token that they refuse. What is told and written of a refusal must not have it. */
export function hideToken<Value>(asked: Asked<Value>, token: string): Asked<Value> {
  if (asked.outcome === 'found') return asked
  return { ...asked, failure: withoutToken(asked.failure, token) }
}

function withoutToken({ code, title, detail }: NetworkFailure, token: string): NetworkFailure {
  const hide = (text: string) => text.replaceAll(token, '…')
  return { code, title: hide(title), ...(detail === undefined ? {} : { detail: hide(detail) }) }
}
