import type { NewPhone } from './phone.ts'

/**
 * The customers of a fresh playground. Their numbers lie in ranges that the regulators of their countries keep for
 * fiction, where there are such ranges, so that no message can ever reach a stranger.
 */
export const startingPeople: readonly NewPhone[] = [
  {
    name: 'Camille Moreau',
    phone: '+33639981204',
    language: 'fr',
    username: 'camille.moreau',
    colour: '#c2410c',
  },
  { name: 'ليلى الحداد', phone: '+971505550147', language: 'ar', colour: '#0f766e' },
  { name: 'Oliver Whitaker', phone: '+447700900318', language: 'en', colour: '#1d4ed8' },
  {
    name: 'Marisol V.',
    userId: 'ES.48120975530264718839',
    username: 'marisol.viaja',
    language: 'es',
    colour: '#7e22ce',
  },
  { name: 'Inès Caron', network: 'instagram', username: 'ines.caron', language: 'fr', colour: '#be185d' },
  { name: 'Tom Becker', network: 'messenger', language: 'en', colour: '#0369a1' },
]
