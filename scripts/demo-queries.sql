.mode box
SELECT species, count(*) AS sightings, sum(birds) AS birds, min(day) AS first, max(day) AS last
FROM seen GROUP BY species ORDER BY birds DESC;

WITH by_month(month, place, birds) AS (
  SELECT substr(day, 1, 7), place, sum(birds) FROM seen WHERE species = 'Common swift' GROUP BY 1, 2
)
SELECT month, place, birds FROM by_month AS m
WHERE birds = (SELECT max(birds) FROM by_month WHERE month = m.month) ORDER BY month;

EXPLAIN QUERY PLAN SELECT day, birds FROM sighting WHERE species_id = 1 AND day >= '2026-06-01' ORDER BY day;
PRAGMA integrity_check;
