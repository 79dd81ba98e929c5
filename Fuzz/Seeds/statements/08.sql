UPDATE t1 SET b = b || 'z', a = a + 1 WHERE a < 5; SELECT * FROM t3
