import { useRef, useState } from 'preact/hooks'
import type { File } from '../../contract.ts'
import { useDesk } from '../state/desk.ts'
import { tellSize } from '../state/times.ts'
import { Icon } from './icons.tsx'

/** Below the page's own address, as the desk gives it. */
const at = (path: string) => `../${path}`

const missingKeys = {
  waiting: 'miniapp-file-waiting',
  lost: 'miniapp-file-lost',
  erased: 'miniapp-file-erased',
} as const

/** A file of a message: seen, heard, or to be saved. */
export function FileView({ file }: { file: File }) {
  const { say } = useDesk().tongue
  // Links last for an hour; what is in an older page is asked for by opening the page again.
  const [isGone, setGone] = useState(false)
  if (file.missing) return <p class="faint">{say(missingKeys[file.missing])}</p>
  if (isGone || !file.path) return <p class="faint">{say('miniapp-file-gone')}</p>
  if (file.kind === 'image') return <Picture file={file} path={file.path} gone={() => setGone(true)} />
  if (file.kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: customers send voice messages without any
    return <audio controls preload="none" src={at(file.path)} onError={() => setGone(true)} />
  }
  if (file.kind === 'video') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: customers send films without any
      <video
        controls
        playsInline
        preload="metadata"
        src={at(file.path)}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        onError={() => setGone(true)}
      />
    )
  }
  return <Paper file={file} />
}

/** A picture, and the whole of it on a press. */
function Picture({ file, path, gone }: { file: File; path: string; gone(): void }) {
  const { say } = useDesk().tongue
  const whole = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setOpen(true)
    whole.current?.showModal()
  }
  const words = file.name ?? say('miniapp-picture')
  return (
    <>
      <button type="button" class="picture" aria-label={say('miniapp-picture-open')} onClick={open}>
        <img
          src={at(path)}
          alt={words}
          loading="lazy"
          decoding="async"
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          onError={gone}
        />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes every dialog */}
      <dialog
        ref={whole}
        class="whole"
        aria-label={words}
        onClick={() => whole.current?.close()}
        onClose={() => setOpen(false)}
      >
        {isOpen ? (
          <>
            <img src={at(path)} alt={words} />
            <button type="button" class="round" aria-label={say('miniapp-close')}>
              <Icon name="clear" />
            </button>
          </>
        ) : null}
      </dialog>
    </>
  )
}

function Paper({ file }: { file: File }) {
  const { say, language } = useDesk().tongue
  return (
    <a class="paper" href={at(file.download ?? file.path ?? '')} download={file.name ?? ''}>
      <span class="paper-sign">
        <Icon name="file" />
      </span>
      <span>
        <bdi class="paper-name">{file.name ?? say('miniapp-file')}</bdi>
        {file.size === null ? null : <span class="faint">{tellSize(language, file.size)}</span>}
      </span>
    </a>
  )
}
