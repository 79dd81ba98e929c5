-- What JSON texts, paths and JSONB blobs are taken.

-- case names without quotes
SELECT json('{a1:1,A$_:2,\u0061b:3}'), '{a:5}' -> 'a', '{\u0061:5}' -> 'a', json('{true:1,null:2,Infinity:3}');
--> error: malformed JSON
SELECT json('{1a:1}');
--> error: malformed JSON
SELECT json('{a b:1}');
--> error: malformed JSON
SELECT json('{a-b:1}');
--> error: malformed JSON

-- case commas at the end of objects and arrays
SELECT json('[[1,],{"a":[],},]');
--> '[[1],{"a":[]}]'
SELECT json('[1,,]');
--> error: malformed JSON
SELECT json('[,1]');
--> error: malformed JSON
SELECT json('{,}');
--> error: malformed JSON
SELECT json('{"a":1,,}');
--> error: malformed JSON

-- case texts in single quotes, with either quote inside
SELECT json('[''it\''s'',''\"'']'), '[''x''] ' ->> 0, '[''a\''b'']' ->> 0;
--> '["it''s","\""]', 'x', 'a''b'
SELECT json('[''a]');
--> error: malformed JSON

-- case a text over several lines, each line end escaped
SELECT json_extract('["x\' || char(10) || 'y\' || char(13) || 'z"]', '$[0]'), hex(json_extract('["x\' || char(8232) || 'y"]', '$[0]'));
--> 'xyz', '7879'

-- case escapes: \' \v \0 \xHH
SELECT json('"\x7f\x0a"'), '["\x41\u0042\x43"]' ->> 0, hex('["\b\f\n\r\t\/\\\""]' ->> 0), hex('["\0"]' ->> 0);
--> '"\u007f\u000a"', 'ABC', '080C0A0D092F5C22', '00'
SELECT json('"\x4"');
--> error: malformed JSON
SELECT json('"\q"');
--> error: malformed JSON
SELECT json('"\01"');
--> error: malformed JSON

-- case hexadecimal integers
SELECT '[0xffffffffffffffff]' ->> 0, '[-0x10]' ->> 0, '[+0x1]' ->> 0, json('[0X1a]'), typeof('[0x10]' ->> 0);
--> 1.8446744073709552e+19, -16, 1, '[26]', 'integer'
SELECT json('[0x]');
--> error: malformed JSON
SELECT json('[0xg]');
--> error: malformed JSON

-- case reals that begin or end with the point, a plus
SELECT json('[-5.,+0,-0]'), '[5.e1]' ->> 0, typeof('[5.]' ->> 0), '[-.25]' ->> 0;
--> '[-5.0,0,-0]', 50.0, 'real', -0.25
SELECT json('[.]');
--> error: malformed JSON
SELECT json('[+]');
--> error: malformed JSON
SELECT json('[1.e]');
--> error: malformed JSON
SELECT json('[--1]');
--> error: malformed JSON

-- case Infinity, -Infinity, NaN, other forms of them
SELECT json('[INFINITY,+Infinity,-inf,nAn]'), '[-Infinity]' ->> 0, typeof('[inf]' ->> 0), json_type('NaN'), json_type('Infinity'), '[QNaN]' -> 0;
--> '[9e999,9e999,-9e999,null]', -inf, 'real', 'null', 'real', 'null'
SELECT json('[infin]');
--> error: malformed JSON
SELECT json('[-NaN]');
--> error: malformed JSON

-- case comments
SELECT json('[1] // end'), json('/**//* */5'), json('[1/*,*/,2]');
--> '[1]', '5', '[1,2]'
SELECT json('[1 /* open');
--> error: malformed JSON
SELECT json('[1 / 2]');
--> error: malformed JSON

-- case further spaces
SELECT json(char(8232) || '[' || char(5760, 8192, 8239, 8287, 12288) || ']' || char(8233)), json_valid('[' || char(160) || ']'), json_valid('[' || char(160) || ']', 2);
--> '[]', 0, 1
SELECT json(char(1) || '[]');
--> error: malformed JSON

-- case control characters in texts, for JSON5 only
SELECT json('"' || char(10) || '"'), json_valid('"' || char(9) || '"', 1), hex('["' || char(1) || '"]' ->> 0), json('''' || char(31) || '''');
--> '"\n"', 0, '01', '"\u001f"'

-- case numbers keep their text, texts their escapes
SELECT json('[0.1e1,100000000000000000000.0,"\u00e9é"]'), json('{"\u0061":1}'), json_extract('{"a":[1.50,"\u0041"]}', '$.a'), json(jsonb('[1.50,"\u0041"]'));
--> '[0.1e1,100000000000000000000.0,"\u00e9é"]', '{"\u0061":1}', '[1.50,"\u0041"]', '[1.50,"\u0041"]'

-- case reals of SQL have 17 digits at most, a point
SELECT json_array(1e15, 1e16, 123456789.123456789, 5e-324, 1.7976931348623157e308), json_quote(100.0), json_object('a', 0.1 + 0.2);
--> '[1.0e+15,1.0e+16,123456789.123457,4.94065645841247e-324,1.79769313486232e+308]', '100.0', '{"a":0.3}'

-- case infinite ones are 9e999
SELECT json_quote(1e999), json_extract(json_array(1e999), '$[0]'), json_set('{}', '$.a', -1e999), json('[Infinity]');
--> '9.0e+999', inf, '{"a":-9e999}', '[9e999]'

-- case control characters are escaped
SELECT json_array(char(0) || 'x'), hex(json_array(char(127) || 'é' || char(8232))), json_object('a"\' || char(10), 1);
--> '["\u0000x"]', '5B227FC3A9E280A8225D', '{"a\"\\\n":1}'

-- case `$` is the whole, `.label`, `[index]`
SELECT json_extract('[[[7]]]', '$[0][0][0]'), json_extract('{"a":[{"b":1},{"b":2}]}', '$.a[1].b'), json_extract('{"a":1}', '$.A'), json_extract('[1]', '$.a'), json_extract('{"a":1}', '$[0]'), json_extract('[5]', '$[00]');
--> 7, 2, NULL, NULL, NULL, 5

-- case a label in quotes, with any characters
SELECT json_extract('{"a[0]":1}', '$."a[0]"'), json_extract('{"a":{"b.c":{"d":4}}}', '$.a."b.c".d'), json_extract('{"x y":5}', '$.x y'), json_extract('{"é":6}', '$.é'), json_extract('{"a\"b":7}', '$."a\"b"'), json_extract('{"a":8}', '$."a"');
--> 1, 4, 5, 6, 7, 8

-- case escapes in labels are the characters they stand for
SELECT json_extract('{"a\nb":1}', '$."a\nb"'), json_extract('{"a\u000ab":1}', '$."a\nb"'), json_extract('{"é":2}', '$."\u00e9"'), json_set('{"\u0061":1}', '$.a', 5);
--> 1, 1, 2, '{"\u0061":5}'

-- case [#] is behind the last element, [#-N] counts from there
SELECT json_extract('[[1,2],[3]]', '$[#-2][#-1]'), json_replace('[1,2]', '$[#-2]', 9), json_remove('[1,2,3]', '$[#-3]'), json_set('[1]', '$[#-0]', 2), json_extract('[1,2]', '$[#-00001]');
--> 2, '[9,2]', '[2,3]', '[1,2]', 2

-- case a path that does not begin with `$`
SELECT json_extract('[1]', '');
--> error: bad JSON path: ''
SELECT json_extract('[1]', ' $');
--> error: bad JSON path: ' $'
SELECT json_extract('[1]', 1);
--> error: bad JSON path: '1'
SELECT json_type('[1]', '[0]');
--> error: bad JSON path: '[0]'

-- case a path that breaks off
SELECT json_extract('{"a":1}', '$.a.');
--> error: bad JSON path: '$.a.'
SELECT json_extract('[1]', '$[');
--> error: bad JSON path: '$['
SELECT json_extract('[1]', '$[0');
--> error: bad JSON path: '$[0'
SELECT json_extract('[1]', '$[]');
--> error: bad JSON path: '$[]'
SELECT json_extract('{"a":1}', '$."a');
--> error: bad JSON path: '$."a'

-- case a path with what is no step
SELECT json_extract('[1]', '$[a]');
--> error: bad JSON path: '$[a]'
SELECT json_extract('[1]', '$[-1]');
--> error: bad JSON path: '$[-1]'
SELECT json_extract('[1]', '$[#1]');
--> error: bad JSON path: '$[#1]'
SELECT json_extract('[1]', '$[#-]');
--> error: bad JSON path: '$[#-]'
SELECT json_extract('[1]', '$[0]x');
--> error: bad JSON path: '$[0]x'
SELECT json_set('{}', '$.a[x]', 1);
--> error: bad JSON path: '$.a[x]'
SELECT json_extract('[1]', '$$');
--> error: bad JSON path: '$$'

-- case an element: size and type, then its content
SELECT hex(jsonb('0x7')), hex(jsonb('.5')), hex(jsonb('"a\n"')), hex(jsonb('''\x41''')), hex(jsonb_array('a"b')), hex(jsonb('"a"')), hex(jsonb('""')), hex(jsonb('-12'));
--> '34307837', '262E35', '38615C6E', '495C783431', '5B48615C2262', '1761', '07', '332D3132'
SELECT substr(jsonb_array(hex(zeroblob(5))), 1, 3), substr(jsonb_array(hex(zeroblob(6))), 1, 4), substr(jsonb_array(hex(zeroblob(127))), 1, 4), substr(jsonb_array(hex(zeroblob(128))), 1, 6), substr(jsonb_array(hex(zeroblob(40000))), 1, 10);
--> x'bba730', x'cb0ec70c', x'db0100c7', x'db0103d70100', x'eb00013885e700013880'

-- case JSONB is read wherever JSON is
SELECT json(x'c30131'), json(x'd3000131'), json(x'e30000000131'), json(x'f3000000000000000131'), json(x'00'), json(x'0b'), json(x'0c'), json(x'5b13311332' || ''), json(x'17') IS NULL;
--> error: malformed JSON
SELECT json(x'1331'), json(x'1430'), json(x'c4023130'), json(x'376162'), json(x'37616263'), json(x'38615c6e'), json(x'3a612262');
--> error: malformed JSON

-- case a blob that is neither
SELECT json(x'0d');
--> error: malformed JSON
SELECT json(x'1331ff');
--> error: malformed JSON
SELECT json(x'2331');
--> error: malformed JSON
SELECT json_extract(x'fb', '$[0]');
--> error: malformed JSON
SELECT json(x'4b1331');
--> error: malformed JSON

-- case a blob that holds a JSON text counts as that text
SELECT json_valid(CAST('[1]' AS BLOB)), json_type(CAST('"x"' AS BLOB)), json_array_length(CAST('[1,2,3]' AS BLOB)), json(CAST(' {a:1} ' AS BLOB));
--> 1, 'text', 3, '{"a":1}'

-- case damaged JSONB is an error, or an answer without harm
SELECT json_valid(x'3b13311331', 8), json_valid(x'4b13311331', 8), json_valid(x'4b13311331', 4), json_valid(x'5c17611331', 8), json_valid(x'2c1761', 8), json_valid(x'4c13311332', 8), json_valid(x'1335', 8), json_valid(x'1278', 8), json_valid(x'c30131', 8);
--> 0, 1, 1, 0, 0, 0, 1, 0, 1
SELECT json_error_position(x'2378'), json_error_position(x'1331');
--> 1, 0

-- case JSON text and JSONB round trip
SELECT json(jsonb('[0x1F,.5,5.,+1,Infinity,NaN,''a"b'',"\x41",{c:1,}]')), jsonb(json('{"é":"\u00e9"}')) = jsonb('{"é":"\u00e9"}'), json(jsonb(jsonb('[[]]')));
--> '[31,0.5,5.0,1,9e999,null,"a\"b","\u0041",{"c":1}]', 1, '[[]]'
CREATE TABLE n(a);
INSERT INTO n VALUES (jsonb('{"k":[1,2,3]}'));
SELECT typeof(a), a ->> '$.k[1]', json(a), json_array_length(a, '$.k') FROM n;
--> 'blob', 2, '{"k":[1,2,3]}', 3
UPDATE n SET a = jsonb_set(a, '$.k[#]', 4);
SELECT json(a) FROM n WHERE json_extract(a, '$.k[3]') = 4;
--> '{"k":[1,2,3,4]}'

-- case JSON in indexes and generated columns
-- holds json: JSON in indexes and generated columns
CREATE TABLE n(j CHECK (json_valid(j)), k INT AS (json_extract(j, '$.k')) STORED);
CREATE INDEX i ON n(json_extract(j, '$.a'));
INSERT INTO n(j) VALUES ('{"a":1,"k":"5"}'), ('{"a":2}'), ('{"a":[1]}');
INSERT INTO n(j) VALUES ('{a');
--> error: malformed JSON
SELECT j, k, typeof(k) FROM n WHERE json_extract(j, '$.a') = 2;
--> '{"a":2}', NULL, 'null'
SELECT k FROM n WHERE json_extract(j, '$.a') = '[1]' OR json_extract(j, '$.a') < 2;
--> NULL
--> 5
EXPLAIN QUERY PLAN SELECT k FROM n WHERE json_extract(j, '$.a') = 2;
--> 'SEARCH n USING INDEX i (<expr>=?)'

-- case nested too deep
SELECT json(replace(hex(zeroblob(1500)), '00', '[') || replace(hex(zeroblob(1500)), '00', ']'));
--> error: malformed JSON
SELECT json(replace(hex(zeroblob(1001)), '00', '{"a":') || '1' || replace(hex(zeroblob(1001)), '00', '}'));
--> error: malformed JSON
SELECT length(json(replace(hex(zeroblob(1000)), '00', '[') || replace(hex(zeroblob(1000)), '00', ']')));
--> 2000
SELECT json_valid(replace(hex(zeroblob(1001)), '00', '[') || replace(hex(zeroblob(1001)), '00', ']'));
--> 0
