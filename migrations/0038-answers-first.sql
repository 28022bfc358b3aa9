-- 0: what a member has just asked for.
alter table staff_post drop constraint staff_post_urgency_check;
alter table staff_post add constraint staff_post_urgency_check check (urgency between 0 and 4);
