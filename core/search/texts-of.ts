/** SQL: the texts of a row by which it is found, what is most itself first; $1 is the organization. */
export const textsOf = {
  /** Of `p` (contact). Past addresses too: people ask by the number that they know. */
  person: `array[p.name] || array(select i.value from contact_identity i where i.organization_id = $1
    and i.contact_id = p.id and (i.kind in ('phone', 'email') or i.kind like '%\\_username')
    order by i.valid_from desc, i.id limit 50)`,
  /** Of `m` (message). The token of a form is no answer. */
  message: `array[m.body] || array(select value from jsonb_each_text(
      case when jsonb_typeof(m.data->'answers') = 'object' then m.data->'answers' else '{}' end)
      where key <> 'flow_token')
    || array(select a.file_name from attachment a where a.organization_id = $1 and a.message_id = m.id)`,
  /** Of `n` (note). */
  note: 'array[n.body]',
  /** Of `l` (lead): its tags. */
  tags: `array(select t.name from lead_tag lt join tag t on t.organization_id = $1 and t.id = lt.tag_id
    where lt.organization_id = $1 and lt.lead_id = l.id order by lt.created_at, t.key)`,
} as const
