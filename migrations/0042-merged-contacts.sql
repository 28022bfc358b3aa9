-- Who was merged into somebody: few people, who are looked up when his suggestions are.
create index contact_merged on contact (organization_id, merged_into) where merged_into is not null;
