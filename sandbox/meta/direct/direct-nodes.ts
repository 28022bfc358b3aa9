import type { Fields } from '../fields.ts'
import { pickFields } from '../graph-call.ts'
import type { MediaStore } from '../media-store.ts'
import type { KeptPhone } from '../phone.ts'
import { placeholderFile } from '../placeholder-files.ts'
import { unknownObject } from '../problems.ts'
import type { DirectAccount } from './direct-account.ts'
import { noConsent } from './direct-problems.ts'
import { hasMet } from './direct-recipient.ts'

/** A Page or an Instagram account as `GET /{id}` and `GET /me` show it. */
export function accountNode({ network, id, name, username }: DirectAccount): Fields {
  if (network === 'messenger')
    return { id, name, category: 'Local business', link: `https://www.facebook.com/${id}` }
  return { id, user_id: id, name, username, account_type: 'BUSINESS', followers_count: 1204 }
}

/**
 * `GET /{person}`: the profile as far as this network shows it to an account the person has written to.
 * @throws {GraphError} 100/33 for a stranger, 230 on Instagram for somebody who only commented, 100 for a strange field
 */
export function profileNode(
  media: MediaStore,
  account: DirectAccount,
  phone: KeptPhone,
  wanted: string | null,
  origin: string,
) {
  if (phone.network !== account.network || !hasMet(phone, account)) throw unknownObject('get', phone.userId)
  const isPage = account.network === 'messenger'
  if (!isPage && phone.lastWroteAt[account.id] === undefined) throw noConsent()
  const [first = '', ...rest] = phone.name.split(' ')
  const { mime, bytes } = placeholderFile('image', phone.colour)
  const picture = () => media.openUrl(media.add({ phoneNumberId: account.id, mime, bytes }), origin)
  const profile_pic = wanted === null || wanted.includes('profile_pic') ? picture() : ''
  const person = isPage
    ? {
        id: phone.userId,
        name: phone.name,
        first_name: first,
        last_name: rest.join(' '),
        profile_pic,
        locale: phone.language,
      }
    : {
        id: phone.userId,
        name: phone.name,
        username: phone.username ?? first.toLowerCase(),
        profile_pic,
        follower_count: phone.name.length * 37,
        is_user_follow_business: phone.name.length % 2 === 0,
        is_business_follow_user: false,
        is_verified_user: false,
      }
  return pickFields(
    person,
    wanted ?? (isPage ? 'first_name,last_name,profile_pic' : 'name,username,profile_pic'),
    'User',
  )
}
