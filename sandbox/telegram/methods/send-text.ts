import { badRequest } from '../api-error.ts'
import type { Method } from '../ground.ts'
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

/** sendLocation: a point; latitude -90…90, longitude -180…180. */
export const sendLocation: Method = (call) => {
  const latitude = call.params.number('latitude')
  const longitude = call.params.number('longitude')
  if (latitude === undefined) throw badRequest('latitude is empty')
  if (longitude === undefined) throw badRequest('longitude is empty')
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  return prepareSend(call).send({ location: { latitude, longitude } })
}

/** sendContact: a phone number and a name. */
export const sendContact: Method = (call) => {
  const phone = call.params.string('phone_number')
  const name = call.params.string('first_name')
  if (!phone) throw badRequest('phone number is empty')
  if (!name) throw badRequest('first name is empty')
  return prepareSend(call).send({ contact: { phone_number: phone, first_name: name } })
}
