-- Closed leads whose person has written since: work like open ones, and few.
create index lead_asking on lead (organization_id, last_inbound_at, last_message_at desc, id)
  where closed_at is not null and merged_into is null and last_inbound_at > closed_at
    and last_inbound_at >= coalesce(last_outbound_at, '-infinity');
