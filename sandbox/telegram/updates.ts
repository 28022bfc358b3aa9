import type { Kernel } from '../kernel.ts'
import { ApiError } from './api-error.ts'
import type { Settings } from './telegram-options.ts'
import { createUpdateBox, type PendingUpdate, type UpdateBox } from './update-box.ts'
import { createWebhookSender, type WebhookSender } from './webhook-sender.ts'
import type { BotAccount, World } from './world.ts'

/** What a bot does not hear of unless it asks for it by name. */
const onlyOnRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

export interface Poll {
  offset: number | undefined
  limit: number
  timeoutMs: number
  /** Resolves when the caller has gone away, so that the poll does not eat what comes later. */
  gone: Promise<void>
}

/** The updates of all bots, from their making to their delivery by webhook or getUpdates. */
export interface Updates {
  /**
   * Queues an update unless the bot's allowed_updates leave it out. `lane`: what must stay in order with
   * each other.
   */
  push(bot: BotAccount, update: { kind: string; peer: string; lane: string; value: unknown }): void
  /** Queues a whole update as it stands, update_id included, whatever the bot allows. */
  pushRaw(bot: BotAccount, body: Record<string, unknown>): void
  /** Long polling. Throws 409 as soon as another poll or a webhook takes over. */
  poll(bot: BotAccount, poll: Poll): Promise<unknown[]>
  pending(bot: BotAccount): number
  forget(bot: BotAccount): void
  /** The webhook was set or deleted. */
  webhookChanged(bot: BotAccount): void
  save(): unknown
  restore(saved: unknown): void
  close(): void
}

interface Line {
  box: UpdateBox
  sender: WebhookSender
  interrupt: ((reason: ApiError | undefined) => void) | undefined
}

/** Creates the queues. `execute` carries out a method call that a webhook gave as its answer. */
export function createUpdates(
  kernel: Kernel,
  settings: Settings,
  world: World,
  execute: (bot: BotAccount, answer: Record<string, unknown>) => Promise<void>,
): Updates {
  const lines = new Map<number, Line>()
  const lineOf = (bot: BotAccount): Line => {
    const known = lines.get(bot.id)
    if (known) return known
    const box = createUpdateBox()
    const sender = createWebhookSender(kernel, settings, bot, box, (answer) => execute(bot, answer))
    const line: Line = { box, sender, interrupt: undefined }
    lines.set(bot.id, line)
    return line
  }
  const add = (bot: BotAccount, update: PendingUpdate) => {
    const line = lineOf(bot)
    line.box.add(update)
    line.sender.wake()
    line.interrupt?.(undefined)
  }
  const updates: Updates = {
    push(bot, { kind, peer, lane, value }) {
      const wanted = bot.allowedUpdates ? bot.allowedUpdates.includes(kind) : !onlyOnRequest.has(kind)
      if (!wanted) return
      const id = world.nextUpdateId
      world.nextUpdateId += 1
      const age = kind === 'callback_query' ? settings.callbackExpiryMs : settings.updateExpiryMs
      add(bot, {
        id,
        kind,
        peer,
        lane,
        body: { update_id: id, [kind]: value },
        expiresAt: Date.now() + age,
        tries: 0,
      })
    },
    pushRaw(bot, raw) {
      const kind = Object.keys(raw).find((key) => key !== 'update_id') ?? 'unknown'
      const id = typeof raw.update_id === 'number' ? raw.update_id : world.nextUpdateId
      world.nextUpdateId = Math.max(world.nextUpdateId, id) + 1
      const body = { update_id: id, ...raw }
      add(bot, {
        id,
        kind,
        peer: '',
        lane: 'raw',
        body,
        expiresAt: Date.now() + settings.updateExpiryMs,
        tries: 0,
      })
    },
    async poll(bot, { offset, limit, timeoutMs, gone }) {
      const line = lineOf(bot)
      line.interrupt?.(
        new ApiError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      )
      if (offset !== undefined && offset < 0) {
        const first = line.box.all().at(offset)
        if (first) line.box.confirm(first.id)
      } else if (offset !== undefined) line.box.confirm(offset)
      const ready = () =>
        line.box
          .all()
          .slice(0, limit)
          .map((update) => update.body)
      if (line.box.count() > 0 || timeoutMs === 0) return ready()
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const interrupt = (reason: ApiError | undefined) => (reason ? reject(reason) : resolve())
      line.interrupt = interrupt
      const timer = setTimeout(resolve, timeoutMs)
      try {
        await Promise.race([promise, gone])
        return ready()
      } finally {
        clearTimeout(timer)
        if (line.interrupt === interrupt) line.interrupt = undefined
      }
    },
    pending: (bot) => lineOf(bot).box.count(),
    forget: (bot) => lineOf(bot).box.clear(),
    webhookChanged(bot) {
      const line = lineOf(bot)
      if (bot.webhook) line.interrupt?.(new ApiError(409, 'Conflict: terminated by setWebhook request'))
      line.sender.wake()
    },
    save: () => [...lines].map(([botId, { box }]) => [botId, box.all()]),
    restore(saved) {
      for (const [botId, waiting] of saved as [number, PendingUpdate[]][]) {
        const bot = world.bots.get(botId)
        if (!bot) continue
        for (const update of waiting) add(bot, { ...update, tries: 0 })
      }
    },
    close() {
      for (const { sender, interrupt } of lines.values()) {
        sender.close()
        interrupt?.(undefined)
      }
    },
  }
  return updates
}
