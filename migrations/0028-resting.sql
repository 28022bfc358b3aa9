-- What staff put out of sight: leads until a time, and people whom the business does not talk to.

alter table lead
  add column snoozed_until timestamptz,
  add column snoozed_by uuid,
  -- When the customer had written last by then: a later word of his brings the lead back at once.
  add column snoozed_inbound_at timestamptz;
alter table contact
  add column blocked_at timestamptz,
  add column blocked_by uuid;
create index contact_blocked on contact (organization_id, id) where blocked_at is not null;
create index lead_snoozed on lead (organization_id, snoozed_until) where snoozed_until is not null;

-- The inbox tells from its indexes alone what rests.
drop index lead_waiting;
create index lead_waiting on lead (organization_id, last_inbound_at, last_message_at desc, id)
  include (owner_id, contact_id, snoozed_until, snoozed_inbound_at, handled_through)
  where closed_at is null and (not imported or owner_id is not null)
    and last_inbound_at >= coalesce(last_outbound_at, '-infinity');
drop index lead_answered;
create index lead_answered on lead (organization_id, last_message_at desc, id)
  include (owner_id, contact_id, snoozed_until, snoozed_inbound_at, last_inbound_at, handled_through)
  where closed_at is null and (not imported or owner_id is not null)
    and (last_inbound_at is null or last_inbound_at < coalesce(last_outbound_at, '-infinity'));

-- Which menu of commands the member's chat with the staff bot has: set anew only when another is wanted.
alter table member add column menu text;
