-- Whether a member works on each of his own leads in a topic of his private chat. `refused`: he wanted to, and the staff's
-- network would not have it; he works in the plain chat until he asks for topics once more.
alter table member add column lead_topics text not null default 'off' check (lead_topics in ('off', 'on', 'refused'));
