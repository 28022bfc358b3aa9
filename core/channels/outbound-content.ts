import type { Readable } from 'node:stream'
import type { FileKind } from './inbound-item.ts'

/** A stored file on its way out. */
export interface OutboundFile {
  kind: FileKind
  mime: string
  fileName: string
  /** In bytes. */
  size: number
  /**
   * Its bytes, to be read to the end or destroyed. Never held in memory as a whole: files have up to 100 MB, and many
   * are sent at once.
   *
   * @throws when they cannot be read (any more)
   */
  open(): Promise<Readable>
  /** A short-lived signed link under PUBLIC_URL, for networks that fetch the file themselves. */
  link(): string
}

/**
 * A template's variables: those of the body by position (`1`, `2`, …) or by name, those of a text header as
 * `header.<position or name>`, the one of a button as `button.<index>`, counted from 0 over all buttons.
 */
export interface TemplateContent {
  kind: 'template'
  name: string
  language: string
  /** The network's own components as they were synced, so that a port knows which parameters are wanted. */
  components: unknown[]
  variables: Record<string, string>
  /** The file in the header, where the template wants one. */
  file?: OutboundFile
  /** What the customer will read, for our own record. */
  body: string
}

/** What can be sent. A port's `can` says which of them its network carries. */
export type OutboundContent =
  | { kind: 'text'; body: string }
  | { kind: 'file'; file: OutboundFile; caption?: string }
  /** Sets our one reaction on a message; null takes it back. */
  | { kind: 'reaction'; target: string; emoji: string | null }
  /** Changes the text or caption of a message of ours. */
  | { kind: 'edit'; target: string; body: string }
  /** Takes a message of ours back. */
  | { kind: 'revoke'; target: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | {
      kind: 'buttons'
      body: string
      header?: string
      footer?: string
      buttons: { id: string; title: string }[]
    }
  | {
      kind: 'list'
      body: string
      header?: string
      footer?: string
      button: string
      sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[]
    }
  /** Asks the person for his phone number, with the network's own means. */
  | { kind: 'contact-request'; body: string }
  | TemplateContent
