SELECT printf('%-8.3f|%s|%q', 1.5, 'x', 'it''s'), substr('abc', -2), round(2.567, 2), hex(zeroblob(3)), typeof(1e400)
