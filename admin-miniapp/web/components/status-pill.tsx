export const StatusPill = ({ status }: { status: { code: string; words: string } }) => (
  <span class={`pill pill-${status.code}`}>{status.words}</span>
)
