import { createHash } from 'node:crypto'

/**
 * The external id of an account that a network knows by nothing but a secret of ours (a form's token, Google's key):
 * a digest, so that the secret itself is neither stored in the clear nor compared byte by byte.
 */
export const accountOfSecret = (network: string, secret: string): string =>
  createHash('sha256').update(`${network}\n${secret}`).digest('hex')
