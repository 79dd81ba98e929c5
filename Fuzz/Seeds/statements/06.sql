INSERT INTO t1(b, c) VALUES ('n', 4) ON CONFLICT (b, c) DO UPDATE SET d = excluded.b RETURNING *
