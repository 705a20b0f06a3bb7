-- Names are compared in NFKC. They were compared in NFC.

-- nameKey of packages/kernel, where somebody edits in Studio.
CREATE OR REPLACE FUNCTION "studio"."name_key"("given" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT "studio"."tidy_name"("studio"."fold_case"("studio"."tidy_name"(given))) $$;

-- What a unit is sorted by: sortKeyOf of packages/lease.
CREATE FUNCTION "studio"."sort_key"("name_key" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(part[1] || CASE WHEN length(part[2]) BETWEEN 1 AND 12 THEN lpad(part[2], 12, '0') ELSE part[2] END, '' ORDER BY place), '')
  FROM regexp_matches(name_key, '([^0-9]*)([0-9]*)', 'g') WITH ORDINALITY AS one (part, place) $$;

-- Names that are one name now: the oldest takes the new key, unless one that needs no new key has it. The others keep theirs,
-- which no new name can get. Names that are alone with their new key just get it.
WITH first AS (
  SELECT DISTINCT ON (realm, key) akey, realm, key
  FROM (SELECT akey, realm, created_at, "studio"."name_key"(name_key) AS key FROM avatar WHERE name_key IS NOT NFKC NORMALIZED) AS renewed
  ORDER BY realm, key, created_at, akey)
UPDATE avatar a SET name_key = first.key FROM first
WHERE a.akey = first.akey AND NOT EXISTS (SELECT FROM avatar o WHERE o.realm = first.realm AND o.name_key = first.key);

WITH first AS (
  SELECT DISTINCT ON (creator, key) gkey, creator, key
  FROM (SELECT gkey, creator, created_at, "studio"."name_key"(name_key) AS key FROM avatar_group WHERE name_key IS NOT NFKC NORMALIZED) AS renewed
  ORDER BY creator, key, created_at, gkey)
UPDATE avatar_group g SET name_key = first.key FROM first
WHERE g.gkey = first.gkey AND NOT EXISTS (SELECT FROM avatar_group o WHERE o.creator = first.creator AND o.name_key = first.key);

WITH first AS (
  SELECT DISTINCT ON (creator, key) id, creator, key
  FROM (SELECT id, creator, created_at, "studio"."name_key"(name_key) AS key FROM vend_collection WHERE name_key IS NOT NFKC NORMALIZED) AS renewed
  ORDER BY creator, key, created_at, id)
UPDATE vend_collection c SET name_key = first.key FROM first
WHERE c.id = first.id AND NOT EXISTS (SELECT FROM vend_collection o WHERE o.creator = first.creator AND o.name_key = first.key);

WITH first AS (
  SELECT DISTINCT ON (owner, key) id, owner, key
  FROM (SELECT id, owner, created_at, "studio"."name_key"(name_key) AS key FROM lease_location WHERE name_key IS NOT NFKC NORMALIZED) AS renewed
  ORDER BY owner, key, created_at, id)
UPDATE lease_location l SET name_key = first.key FROM first
WHERE l.id = first.id AND NOT EXISTS (SELECT FROM lease_location o WHERE o.owner = first.owner AND o.name_key = first.key);

WITH first AS (
  SELECT DISTINCT ON (location_id, key) id, location_id, key
  FROM (SELECT id, location_id, created_at, "studio"."name_key"(name_key) AS key FROM lease_unit WHERE name_key IS NOT NFKC NORMALIZED) AS renewed
  ORDER BY location_id, key, created_at, id)
UPDATE lease_unit u SET name_key = first.key, sort_key = "studio"."sort_key"(first.key) FROM first
WHERE u.id = first.id AND NOT EXISTS (SELECT FROM lease_unit o WHERE o.location_id = first.location_id AND o.name_key = first.key);

-- What is only compared or sorted by, and may be there several times.
UPDATE lease_unit SET region_key = "studio"."name_key"(region_key) WHERE region_key IS NOT NFKC NORMALIZED;
UPDATE vend_product SET name_key = "studio"."name_key"(name_key) WHERE name_key IS NOT NFKC NORMALIZED;
UPDATE vend_searchable SET name_key = "studio"."name_key"(name_key) WHERE name_key IS NOT NFKC NORMALIZED;
UPDATE former_name SET name_key = "studio"."name_key"(name_key) WHERE name_key IS NOT NFKC NORMALIZED;

-- What has kept an old key, beside what has the name: operator.audit lists it.
CREATE VIEW "name_collision" AS
  SELECT 'avatar' AS kind, a.akey AS owner, a.name, coalesce(o.name, '') AS other
    FROM avatar a LEFT JOIN avatar o ON o.realm = a.realm AND o.name_key = "studio"."name_key"(a.name_key)
    WHERE a.name_key IS NOT NFKC NORMALIZED
  UNION ALL SELECT 'group', g.creator, g.name, coalesce(o.name, '')
    FROM avatar_group g LEFT JOIN avatar_group o ON o.creator = g.creator AND o.name_key = "studio"."name_key"(g.name_key)
    WHERE g.name_key IS NOT NFKC NORMALIZED
  UNION ALL SELECT 'collection', c.creator, c.name, coalesce(o.name, '')
    FROM vend_collection c LEFT JOIN vend_collection o ON o.creator = c.creator AND o.name_key = "studio"."name_key"(c.name_key)
    WHERE c.name_key IS NOT NFKC NORMALIZED
  UNION ALL SELECT 'location', l.owner, l.name, coalesce(o.name, '')
    FROM lease_location l LEFT JOIN lease_location o ON o.owner = l.owner AND o.name_key = "studio"."name_key"(l.name_key)
    WHERE l.name_key IS NOT NFKC NORMALIZED
  UNION ALL SELECT 'unit', u.owner, u.name, coalesce(o.name, '')
    FROM lease_unit u LEFT JOIN lease_unit o ON o.location_id = u.location_id AND o.name_key = "studio"."name_key"(u.name_key)
    WHERE u.name_key IS NOT NFKC NORMALIZED
  UNION ALL SELECT 'account', a.owner, a.name, o.name
    FROM account a JOIN account o ON o.owner = a.owner AND o.id <> a.id AND "studio"."name_key"(o.name) = "studio"."name_key"(a.name)
    WHERE a.name IS NOT NFKC NORMALIZED;
