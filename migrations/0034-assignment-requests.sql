-- Requests that were settled long ago go, once nothing can ask for the same again.
create index assignment_request_settled on assignment_request (settled_at) where settled_at is not null;
create policy relay_prunes on assignment_request for delete to parley_app
  using (parley_relaying() and settled_at is not null);
