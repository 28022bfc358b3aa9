-- Whoever leaves the team leaves his shift and his limit behind: should he come back, he begins anew, whichever version
-- removes him.
create function leave_presence() returns trigger language plpgsql as $$
begin
  delete from presence where organization_id = new.organization_id and member_id = new.id;
  return new;
end $$;
create trigger leave_presence after update of state on member for each row
  when (new.state = 'removed' and old.state <> 'removed') execute function leave_presence();
