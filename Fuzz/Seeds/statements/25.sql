SELECT value FROM generate_series(1, 10, 3); SELECT name FROM pragma_table_info('t1')
