-- Odd arguments of functions.

-- case NUL characters
SELECT hex(replace('a' || char(0) || 'b', char(0), 'x')), instr('a' || char(0) || 'b', 'b'), hex(upper('a' || char(0) || 'b')), hex(trim(char(0) || 'a' || char(0), char(0)));
--> '610062', 3, '410042', '006100'
SELECT hex('a' || char(0) || 'b'), hex(substr('a' || char(0) || 'b', 3)), 'a' || char(0) || 'b' LIKE 'a', 'a' || char(0) || 'b' LIKE 'a%', 'a' || char(0) = 'a', printf('%s|', 'a' || char(0) || 'b');
--> '610062', '', 1, 1, 0, 'a|'

-- case log of texts
SELECT round(log('10', '100'), 9), log('x', 10), log(2, ''), round(log('1e2'), 9), log('12abc');
--> 2.0, NULL, NULL, 2.0, NULL

-- case likelihood of minus zero
SELECT likelihood(1, 0.0), likelihood(1, 1.0);
--> 1, 1
