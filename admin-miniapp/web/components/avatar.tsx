import { NetworkSign } from './icons.tsx'

const colors = 7

/** First letters on a colour of their own, as Telegram shows people without a picture. */
export function Avatar({ id, name, network }: { id: string; name: string; network?: string }) {
  return (
    <span class={`avatar tint-${tintOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
      {network ? <NetworkSign network={network} /> : null}
    </span>
  )
}

function tintOf(id: string): number {
  let sum = 0
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 9973
  return sum % colors
}

/** The first letter of the first and the last word; what begins with no letter has its first sign. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first, ...others] = words.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').filter(Boolean)
  return [first ?? [...name.trim()][0] ?? '?', others.at(-1) ?? ''].join('').toLocaleUpperCase()
}
