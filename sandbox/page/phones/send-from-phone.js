import { api } from '../api.js'

/** Sends one message as this customer; the phone comes back changed through the stream of events. */
export function sendFromPhone(phone, message) {
  return api('POST', `/phones/${encodeURIComponent(phone.id)}/messages`, message)
}
