CREATE TABLE species(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  latin TEXT NOT NULL,
  grams REAL CHECK (grams > 0)
);
CREATE TABLE place(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE sighting(
  id INTEGER PRIMARY KEY,
  species_id INTEGER NOT NULL REFERENCES species(id),
  place_id INTEGER NOT NULL REFERENCES place(id),
  day TEXT NOT NULL,
  birds INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX sighting_by_species ON sighting(species_id, day);
CREATE VIEW seen AS
  SELECT s.day, sp.name AS species, p.name AS place, s.birds
  FROM sighting AS s JOIN species AS sp ON sp.id = s.species_id JOIN place AS p ON p.id = s.place_id;

BEGIN;
INSERT INTO species(name, latin, grams) VALUES
  ('Common swift', 'Apus apus', 40.5), ('Alpine swift', 'Tachymarptis melba', 100.0),
  ('Barn swallow', 'Hirundo rustica', 19.0), ('House martin', 'Delichon urbicum', 18.5),
  ('Kestrel', 'Falco tinnunculus', 200.0);
INSERT INTO place(name) VALUES ('Old mill'), ('Church tower'), ('River bank'), ('Quarry');
-- A season of made-up sightings.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1999)
INSERT INTO sighting(species_id, place_id, day, birds)
SELECT 1 + i * 7 % 5, 1 + i * 11 % 4, date('2026-04-20', '+' || i % 120 || ' days'), 1 + i * 13 % 17 FROM n;
COMMIT;
