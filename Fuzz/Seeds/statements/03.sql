SELECT count(*), sum(x), group_concat(z, '|'), max(y) FROM t2 GROUP BY y HAVING count(*) > 0
