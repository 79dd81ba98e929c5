-- Indexes of arrays at the right of -> and in paths, at their limits.

-- case whole numbers beyond 32 bits
SELECT '[1,2]' ->> 4294967295, '[1,2]' ->> 2147483647, '[1,2]' ->> -2147483648, '[1,2]' ->> 2;
--> NULL, NULL, NULL, NULL
SELECT json_extract('[1,2]', '$[99999999999999999999]');
--> NULL

-- case other values
SELECT '[1,2]' ->> 1.5, '[1,2]' ->> '1', '[1,2]' ->> x'31', '{"1.5":3}' ->> 1.5, '[1,2]' ->> TRUE, '[1,2]' ->> '-1', '{"-1":4}' ->> -1, '{"-1":4}' ->> '-1';
--> NULL, NULL, NULL, 3, 2, NULL, NULL, 4
