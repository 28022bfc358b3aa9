import { GraphError } from '../graph-error.ts'
import type { DirectNetwork } from './direct-account.ts'

const policy = 'https://developers.facebook.com/docs/messenger-platform/policy-overview'

/** Code 10: the person wrote too long ago, or never. */
export function outsideWindow(network: DirectNetwork): GraphError {
  return new GraphError({
    code: 10,
    subcode: network === 'instagram' ? 2534022 : 2018278,
    title: `This message is sent outside of allowed window. Learn more about the new policy here: ${policy}`,
  })
}

/** Code 100/2018001: the id belongs to nobody who ever wrote to this account. */
export function nobody(): GraphError {
  return new GraphError({ code: 100, subcode: 2018001, title: 'No matching user found' })
}

/** Code 551: the person blocked the business or closed their account. */
export function unavailable(): GraphError {
  return new GraphError({ code: 551, subcode: 1545041, title: "This person isn't available right now." })
}

/** Code 10/2018300: another app holds the conversation. */
export function notOwner(): GraphError {
  return new GraphError({ code: 10, subcode: 2018300, title: 'Another app is controlling this thread now.' })
}

/** Code 10900: a comment gets one private reply. */
export function answeredAlready(): GraphError {
  return new GraphError({ code: 10900, title: 'Activity already replied to' })
}

/** Code 10903: the comment is older than seven days. */
export function tooLateToAnswer(): GraphError {
  return new GraphError({ code: 10903, title: "This user can't reply to this activity" })
}

/** Code 100/2018008: Meta could not load the file behind an address. */
export function unreachableFile(url: string): GraphError {
  return new GraphError({
    code: 100,
    subcode: 2018008,
    title: `Failed to fetch the file from the url: ${url}`,
  })
}

/** Code 100/2018047: the file is none, too large, or not of the kind it is sent as. */
export function unsuitableFile(details: string): GraphError {
  return new GraphError({ code: 100, subcode: 2018047, title: `Upload attachment failure. ${details}` })
}

/** Code 230: the person has not written to this account, so their profile is closed. */
export function noConsent(): GraphError {
  return new GraphError({ code: 230, title: 'User consent is required to access user profile' })
}

/** Code 190/463: the token has ended. */
export function expiredToken(at: number): GraphError {
  const title = `Error validating access token: Session has expired on ${new Date(at).toUTCString()}.`
  return new GraphError({ code: 190, subcode: 463, title, status: 401, bare: true })
}
