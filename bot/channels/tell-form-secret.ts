import { GrammyError } from 'grammy'
import { formNetworks } from '#core/channels/form-settings.ts'
import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { formAddress } from './form-address.ts'
import { formSnippet } from './form-snippet.ts'

/**
 * Tells the member the secret of a form: its address with a piece of HTML, or Google's address and key. Not a post, which
 * would keep the secret in the database in the clear: it goes to Telegram directly, and when that fails, the update is
 * heard again.
 *
 * @throws DeskError form-no-address: nobody has said where the desk is reached
 */
export async function tellFormSecret(ctx: MemberContext, channelAccountId: string): Promise<void> {
  const { desk, log, publicUrl } = ctx.tools
  const base = publicUrl()
  if (!URL.canParse(base)) throw new DeskError('invalid', 'form-no-address')
  const form = await desk.perform(actorOf(ctx), 'revealFormSecret', { channelAccountId })
  const network = formNetworks.find((known) => known === form.network) ?? 'forms'
  const address = formAddress(base, network, form.secret)
  const { say } = ctx.voice
  const name = escapeHtml(form.name)
  const html = [
    network === 'forms'
      ? `🔗 ${say('form-told', { name })}\n<code>${escapeHtml(address)}</code>`
      : `🔗 ${say('google-told', { name })}\n<code>${escapeHtml(address)}</code>\n\n🔑 ${say('google-key')}\n<code>${escapeHtml(form.secret)}</code>`,
    ...(address.startsWith('https:') ? [] : [`⚠️ ${say('form-address-local')}`]),
    ...(network === 'forms'
      ? [
          `${say('form-snippet')}\n<pre><code class="language-html">${escapeHtml(formSnippet(say, address))}</code></pre>`,
          say('form-next'),
        ]
      : [say('google-next')]),
  ].join('\n\n')
  try {
    await ctx.api.sendMessage(ctx.person.telegramUserId, html, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
  } catch (error) {
    const isRefused = error instanceof GrammyError && error.error_code !== 429 && error.error_code < 500
    if (!isRefused) throw error
    log.info(
      { update: ctx.update.update_id, reason: error.description },
      'a form’s address could not be told',
    )
  }
}
