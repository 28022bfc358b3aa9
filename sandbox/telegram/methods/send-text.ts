import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { checkLink } from '../text/check-link.ts'
import { countCharacters, formatText } from '../text/format-text.ts'
import { prepareSend } from './prepare-send.ts'

export const mostTextCharacters = 4096

/** sendMessage: text of 1 to 4096 characters after its markup is parsed. */
export const sendMessage: Method = (call) => {
  if (!call.params.string('text')) throw badRequest('message text is empty')
  const { text, entities } = formatText(call.params, { text: 'text', entities: 'entities' })
  const preview = call.params.json('link_preview_options')
  if (typeof preview === 'object' && preview !== null && 'url' in preview) {
    if ('error' in checkLink(String(preview.url))) throw badRequest('WEBPAGE_URL_INVALID')
  }
  const prepared = prepareSend(call)
  if (text === '') throw badRequest('text must be non-empty')
  if (countCharacters(text) > mostTextCharacters) throw badRequest('message is too long')
  return prepared.send({ text, entities })
}

/** A point; latitude -90…90, longitude -180…180. */
function takePoint({ params }: MethodCall): { latitude: number; longitude: number } {
  const latitude = params.number('latitude')
  const longitude = params.number('longitude')
  if (latitude === undefined) throw badRequest('latitude is empty')
  if (longitude === undefined) throw badRequest('longitude is empty')
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  return { latitude, longitude }
}

export const sendLocation: Method = (call) => prepareSend(call).send({ location: takePoint(call) })

/** sendVenue: a point with a title and an address, which must both be there. */
export const sendVenue: Method = (call) => {
  const location = takePoint(call)
  const title = call.params.string('title')
  const address = call.params.string('address')
  if (!title) throw badRequest('title is empty')
  if (!address) throw badRequest('address is empty')
  return prepareSend(call).send({ location, other: { venue: { location, title, address } } })
}

/** sendContact: a phone number and a name. */
export const sendContact: Method = (call) => {
  const phone = call.params.string('phone_number')
  const name = call.params.string('first_name')
  if (!phone) throw badRequest('phone number is empty')
  if (!name) throw badRequest('first name is empty')
  return prepareSend(call).send({ contact: { phone_number: phone, first_name: name } })
}
