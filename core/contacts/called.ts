/**
 * SQL: what staff call a contact in one line of a list: by name, else by number, else by username; null for who has none of
 * these. A number in it is masked with the rest of the row for those who may not see numbers. $1 is the organization.
 */
export const called = (contact: string): string =>
  `coalesce(nullif(btrim(${contact}.name), ''),
     (select i.value from contact_identity i where i.organization_id = $1 and i.contact_id = ${contact}.id
        and i.kind = 'phone' and i.valid_until is null limit 1),
     (select '@' || i.value from contact_identity i where i.organization_id = $1 and i.contact_id = ${contact}.id
        and i.kind like '%\\_username' and i.valid_until is null limit 1))`
