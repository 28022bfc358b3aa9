-- A person who was erased: the row stays, as the one whom leads were about, and says that it was so.
alter table contact
  add column erased_at timestamptz,
  add column erased_by uuid;

-- Of an erased person goes what was kept to undo merges, what might be merged, and what he wished.
grant delete on contact_merge, merge_suggestion, contact_preference, contact_reachability to parley_app;

-- A note that is gone is found no more, as it is with everything else.
create trigger search_gone after delete on note referencing old table as changed
  for each statement execute function await_search('3', 'id');

-- Takes from leads of erased people what staff wrote about them: notes, tags and reasons in the history, but for the usual
-- ones. Of anybody else the application itself may delete no note and change no history.
create function forget_written(leads uuid[], usual_reasons text[]) returns setof uuid
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  own constant uuid := parley_organization();
  erased uuid[];
begin
  select array_agg(l.id) into erased from lead l
  join contact c on c.organization_id = own and c.id = l.contact_id and c.erased_at is not null
  where l.organization_id = own and l.id = any(leads);
  delete from activity a where a.organization_id = own and a.lead_id = any(erased)
    and a.kind in ('lead.tagged', 'lead.untagged');
  update activity a set data = a.data - 'reason' where a.organization_id = own and a.lead_id = any(erased)
    and a.kind = 'lead.status-changed' and not a.data->>'reason' = any(usual_reasons);
  return query delete from note n where n.organization_id = own and n.lead_id = any(erased) returning n.id;
end $$;
revoke execute on function forget_written from public;
grant execute on function forget_written to parley_app;
