import { GraphError, type Problem } from './graph-error.ts'

export const wrongToken: Problem = {
  code: 190,
  title: 'Invalid OAuth access token - Cannot parse access token',
  status: 401,
  bare: true,
}
export const notThereYet: Problem = {
  code: 2,
  title: 'An unexpected error has occurred. Please retry your request later.',
  status: 503,
  bare: true,
}
export const noToken: Problem = {
  code: 104,
  title: 'An access token is required to request this resource.',
  status: 401,
  bare: true,
}
export const reEngagement: Problem = {
  code: 131047,
  title: 'Re-engagement message',
  details: 'The customer wrote to this number more than 24 hours ago, or never: only a template may be sent.',
}
export const undeliverable: Problem = {
  code: 131026,
  title: 'Message undeliverable',
  details: 'This recipient cannot be reached: there is no such WhatsApp account.',
}
export const stoppedMarketing: Problem = {
  code: 131050,
  title: 'User has stopped marketing messages from this business',
  details: 'This person chose to receive no more marketing messages from your business on WhatsApp.',
}
export const pairRateLimit: Problem = {
  code: 131056,
  title: '(Business Account, Consumer Account) pair rate limit hit',
  details: 'Too many messages went from this number to this one person in a short time.',
}
export const throughputLimit: Problem = {
  code: 130429,
  title: 'Rate limit hit',
  details: 'This number has used up its message throughput.',
  subcode: 2494055,
}
export const unsupportedMessage: Problem = {
  code: 131051,
  title: 'Message type unknown',
  details: 'The customer sent something that the Cloud API does not carry.',
}

/** Code 100: the request itself is malformed. `title` is the whole message. */
export function badParameter(title: string): GraphError {
  return new GraphError({ code: 100, title })
}

/** Code 131008: something that this kind of message cannot do without is absent. */
export function missing(path: string): GraphError {
  return new GraphError({
    code: 131008,
    title: 'Required parameter is missing',
    details: `The parameter ${path} is required.`,
  })
}

/** Code 131009: everything is there, and one value breaks a rule. */
export function invalid(details: string): GraphError {
  return new GraphError({ code: 131009, title: 'Parameter value is not valid', details })
}

/** Code 100/33: no such object, or not with this token. Graph does not tell the two apart. */
export function unknownObject(method: string, id: string): GraphError {
  const wish = `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist`
  return new GraphError({
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    bare: true,
    title: `${wish}, cannot be loaded due to missing permissions, or does not support this operation.`,
  })
}

/** Code 2500: the path leads nowhere. */
export function unknownPath(path: string): GraphError {
  return new GraphError({ code: 2500, title: `Unknown path components: ${path}`, bare: true })
}
