-- JSON functions: each with its arguments, answers and errors.

-- case json: minified, JSON5 made JSON
SELECT json('[1,2,[3,{"x":[]}],{}]'), json(char(10) || '"a\u0041\n"'), json('[+1,.5,5.,0x1F,Infinity,-Infinity,NaN]'), json('"\x41\''\v\0"'), json(12), json(1.5), json(' true '), json('// c
[1/* d */]');
--> '[1,2,[3,{"x":[]}],{}]', '"a\u0041\n"', '[1,0.5,5.0,31,9e999,-9e999,null]', '"\u0041''\u000b\u0000"', '12', '1.5', 'true', '[1]'
SELECT json('{"b":1,"a":2,"b":3}'), json('[1e5,1E+2,-0.0,100000000000000000000]'), json('"é𝄞\/"'), typeof(json('1')), json(json_array('a', json('[1]')));
--> '{"b":1,"a":2,"b":3}', '[1e5,1E+2,-0.0,100000000000000000000]', '"é𝄞\/"', 'text', '["a",[1]]'

-- case json of what is no JSON
SELECT json('');
--> error: malformed JSON
SELECT json('[1,2]]');
--> error: malformed JSON
SELECT json('{"a"}');
--> error: malformed JSON
SELECT json('abc');
--> error: malformed JSON
SELECT json(x'');
--> error: malformed JSON
SELECT json(x'ff');
--> error: malformed JSON
SELECT json('[1 2]');
--> error: malformed JSON
SELECT json('"a');
--> error: malformed JSON
SELECT json('{1:2}');
--> error: malformed JSON
SELECT json('01');
--> error: malformed JSON
SELECT json('[,]');
--> error: malformed JSON

-- case jsonb: the binary form
SELECT jsonb('true'), jsonb('false'), jsonb('null'), jsonb('12'), jsonb('1.5'), jsonb('"a"'), jsonb('"a\n"'), jsonb('[]'), jsonb('{}');
--> x'01', x'02', x'00', x'233132', x'35312e35', x'1761', x'38615c6e', x'0b', x'0c'
SELECT jsonb('"12345678901234567890"'), jsonb('0x10'), jsonb('+1'), jsonb('.5'), jsonb('''a'''), jsonb('"\x41"'), jsonb('Infinity'), jsonb('NaN'), jsonb(jsonb('[1]'));
--> x'c7143132333435363738393031323334353637383930', x'4430783130', x'1331', x'262e35', x'1761', x'495c783431', x'553965393939', x'00', x'2b1331'
SELECT json(jsonb('{"a":[1,2.5,"x",true,null,{"b":[]}]}')), jsonb('[1') IS NULL;
--> error: malformed JSON

-- case json_valid(X): 1 for JSON, 0 for anything else
SELECT json_valid('5'), json_valid(1.5), json_valid(' "a" '), json_valid(''), json_valid('[1,]'), json_valid('nan'), json_valid(x'00'), json_valid(jsonb('[1]')), json_valid('"a	b"'), json_valid(NULL);
--> 1, 1, 1, 0, 0, 0, 0, 0, 0, NULL

-- case json_valid(X, flags): 1 JSON, 2 JSON5, 4 JSONB by its look, 8 JSONB through and through
SELECT json_valid(x'13', 4), json_valid(x'2331', 4), json_valid(x'2331', 8), json_valid(x'1331', 8), json_valid(x'1378', 4), json_valid(x'1378', 8), json_valid('[1]', 4), json_valid('[1]', 12), json_valid(x'1331', 3), json_valid(x'1331', 5);
--> 0, 0, 0, 1, 1, 0, 0, 0, 0, 1
SELECT json_valid('{a:1}', 1), json_valid('{a:1}', 3), json_valid('[1', 2), json_valid(NULL, 4), json_valid('[0x1]', 6), json_valid('[1]', '1');
--> 0, 1, 0, NULL, 1, 1

-- case flags beyond 1 to 15
SELECT json_valid('1', 16);
--> error: FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_valid('1', -1);
--> error: FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_valid('1', 'x');
--> error: FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_valid('1', NULL);
--> error: FLAGS parameter to json_valid() must be between 1 and 15

-- case json_error_position: where the text stops to be JSON5, 0 if it does not
SELECT json_error_position(''), json_error_position('x'), json_error_position('[1,2,]'), json_error_position('[1,,2]'), json_error_position('{"a":1,"b"}'), json_error_position('"é" x'), json_error_position('"éé'), json_error_position('[1] 2');
--> 1, 1, 0, 4, 11, 1, 4, 1
SELECT json_error_position(jsonb('[1]')), json_error_position(x'ff'), json_error_position('"a\q"'), json_error_position('01'), json_error_position('1.e'), json_error_position('tru');
--> 0, 1, 4, 2, 3, 1

-- case json_type
SELECT json_type('0x10'), json_type('Infinity'), json_type('''a'''), json_type('NaN'), json_type('1e2'), json_type('+5'), json_type(5), json_type(1.5), json_type(jsonb('[1]'));
--> 'integer', 'real', 'text', 'null', 'real', 'integer', 'integer', 'real', 'array'

-- case json_type at a path
SELECT json_type('{"a":{"b c":2.5}}', '$.a."b c"'), json_type('[1,"x"]', '$[#-1]'), json_type('[[]]', '$[0][0]'), json_type('5', '$'), json_type('{"a":1}', '$.a.b');
--> 'real', 'text', NULL, 'integer', NULL
SELECT json_type('{"a":1}', 'a');
--> error: bad JSON path: 'a'
SELECT json_type('{', '$');
--> error: malformed JSON

-- case json_array_length, at a path
SELECT json_array_length('[]'), json_array_length('5'), json_array_length('{"a":[1,2,3]}', '$.a'), json_array_length('[[1],2]', '$[1]'), json_array_length(jsonb('[[[]]]')), json_array_length('[1]', NULL), json_array_length('[1,2]', '$[#]');
--> 0, 0, 3, 0, 1, NULL, NULL
SELECT json_array_length('[1', '$');
--> error: malformed JSON
SELECT json_array_length('[1]', 'x');
--> error: bad JSON path: 'x'

-- case json_quote: a value as JSON
SELECT json_quote('\' || char(10) || char(1) || 'é'), json_quote(1e999), json_quote(-1e999), json_quote(json_array(1)), json_quote(x'' || ''), json_quote(jsonb('[1]')), json_quote(''), json_quote(x'00');
--> '"\\\n\u0001é"', '9.0e+999', '-9.0e+999', '[1]', '""', '[1]', '""', 'null'

-- case a blob that is no JSONB, as a value
SELECT json_quote(zeroblob(1));
--> 'null'
SELECT json_array(x'00');
--> '[null]'
SELECT json_object('a', x'ff');
--> error: JSON cannot hold BLOB values
SELECT json_set('[]', '$[0]', x'00');
--> '[null]'

-- case json_pretty, with another indentation
SELECT json_pretty('{"a":{"b":[1,2,{"c":null}]},"d":"x"}'), json_pretty('5'), json_pretty('"a"'), json_pretty('[[],[[]]]', '..'), json_pretty('{a:0x10}', NULL), json_pretty(jsonb('[1,2]'), 3);
--> '{\n    "a": {\n        "b": [\n            1,\n            2,\n            {\n                "c": null\n            }\n        ]\n    },\n    "d": "x"\n}', '5', '"a"', '[\n..[],\n..[\n....[]\n..]\n]', '{\n    "a": 16\n}', '[\n31,\n32\n]'
SELECT json_pretty('[');
--> error: malformed JSON

-- case json_patch: RFC 7396
SELECT json_patch('{"a":[1,2]}', '{"a":{"0":9}}'), json_patch('{"a":{"b":1}}', '{"a":{"b":null}}'), json_patch('{"a":1,"a":2}', '{"a":3}'), json_patch('{}', '{"a":{"b":{"c":null,"d":1}}}'), json_patch('{"a":1}', '{"a":[null]}'), json_patch('5', '{"x":null}'), json_patch('{a:1}', '{"\u0061":2}');
--> '{"a":{"0":9}}', '{"a":{}}', '{"a":3,"a":2}', '{"a":{"b":{"d":1}}}', '{"a":[null]}', '{}', '{"a":2}'
SELECT json_patch('{', '{}');
--> error: malformed JSON
SELECT json_patch('{}', 'x');
--> error: malformed JSON

-- case json_array
SELECT json_array(json_array(), json_object(), json('null'), '"', char(9)), json_array('{"a":1}' -> 'a', '{"a":"x"}' ->> 'a', '{"a":"x"}' -> 'a'), json_array(jsonb('{"a":1}')), json_array(1e999, -0.0, 1e100, 9223372036854775807), json_array(TRUE, 1 = 2);
--> '[[],{},null,"\"","\t"]', '[1,"x","x"]', '[{"a":1}]', '[9.0e+999,0.0,1.0e+100,9223372036854775807]', '[1,0]'
SELECT json_array(z), json_array(lower(json('[1]'))), json_array(+json('[1]')), json_array(z || '') FROM (SELECT json('[1]') AS z);
--> '["[1]"]', '["[1]"]', '[[1]]', '["[1]"]'
SELECT json_array((SELECT json('[1]'))), json_array(coalesce(NULL, json('[1]'))), json_array(json('[1]') || ''), json_array(CASE WHEN 1 THEN json('{}') END), json_array(iif(1, json('[]'), 0));
--> '[[1]]', '[[1]]', '["[1]"]', '[{}]', '[[]]'

-- case json_object
SELECT json_object('a"b', 1, '', 2, 'é', '\'), json_object('a', json_object('b', json_array(1))), json_object('x', jsonb('[1]')), json_object('k' || 1, 0.1);
--> '{"a\"b":1,"":2,"é":"\\"}', '{"a":{"b":[1]}}', '{"x":[1]}', '{"k1":0.1}'

-- case labels are texts
SELECT json_object(NULL, 1);
--> error: json_object() labels must be TEXT
SELECT json_object('a', 1, x'61', 2);
--> error: json_object() labels must be TEXT
SELECT json_object(1.5, 2);
--> error: json_object() labels must be TEXT

-- case labels without values
SELECT json_object('a', 1, 'b');
--> error: json_object() requires an even number of arguments

-- case jsonb_array, jsonb_object
SELECT jsonb_array(), jsonb_object(), jsonb_array('a"b', 'é', char(10)), jsonb_array(json('[1,{"a":2}]'), jsonb('"x"'), '[1]'), jsonb_object('a', json_array(1, 2), 'b', TRUE), jsonb_array(1.5, -7, 1e999);
--> x'0b', x'0c', x'bb48615c226227c3a9285c6e', x'cb0e7b13314c176113321778375b315d', x'bc17614b1331133217621331', x'cb1035312e35232d3785392e30652b393939'
SELECT jsonb_array(x'0102');
--> error: JSON cannot hold BLOB values
SELECT jsonb_object(5, 1);
--> error: json_object() labels must be TEXT

-- case json_extract: a part as a value of SQL, objects and arrays as JSON
SELECT json_extract('{"a":"b\u0063\n"}', '$.a'), typeof(json_extract('[1e2]', '$[0]')), json_extract('[99999999999999999999]', '$[0]'), json_extract('[0x1f]', '$[0]'), json_extract('["\ud834\udd1e"]', '$[0]'), json_extract('"a"', '$'), json_extract('[Infinity,NaN]', '$[0]'), json_extract('[Infinity,NaN]', '$[1]');
--> 'bc\n', 'real', 1e+20, 31, '𝄞', 'a', inf, NULL
SELECT json_extract(json_array('[1]'), '$[0]'), json_array(json_extract('[[1]]', '$[0]')), json_extract(NULL, '$'), json_extract('[1]', NULL), json_extract('{"a":{"b":{"c":7}}}', '$.a.b.c'), json_extract('{"a":1,"a":2}', '$.a');
--> '[1]', '[[1]]', NULL, NULL, 7, 1

-- case several paths: an array
SELECT json_extract('["x",[1],null]', '$[0]', '$[1]', '$[2]', '$[3]'), json_extract('[1]', '$[0]', NULL), json_extract('5', '$', '$'), json_extract(NULL, '$', '$');
--> '["x",[1],null,null]', NULL, '[5,5]', NULL
SELECT json_extract('[1]', '$[0]', 'x');
--> error: bad JSON path: 'x'

-- case without a path it is NULL, or the JSON
SELECT json_extract('x'), json_extract(NULL);
--> NULL, NULL
SELECT json_extract();
--> NULL

-- case jsonb_extract
SELECT jsonb_extract('[[1,{}]]', '$[0]', '$[0][0]'), typeof(jsonb_extract('[1.5]', '$[0]')), jsonb_extract('[null]', '$[0]'), jsonb_extract('[true]', '$[0]'), jsonb_extract(jsonb('{"a":{"b":1}}'), '$.a'), jsonb_extract('{}', '$.x');
--> x'6b3b13310c1331', 'real', NULL, 1, x'4c17621331', NULL

-- case `->` gives JSON, `->>` a value of SQL
SELECT typeof('[1]' -> 0), typeof('[1]' ->> 0), typeof('[1.5]' ->> 0), '[true]' -> 0, '[true]' ->> 0, NULL -> 'a', '[1]' -> NULL, json_array('["x"]' -> 0), json_array('["x"]' ->> 0), '"x"' -> '$', '"x"' ->> '$';
--> 'text', 'integer', 'real', 'true', 1, NULL, NULL, '["x"]', '["x"]', '"x"', 'x'
SELECT jsonb('{"a":{"b":"c"}}') -> 'a' ->> 'b', '{"a":{"b":"c"}}' -> 'a' -> 'b', typeof(jsonb('[[1]]') -> 0), '{"a":"[1]"}' ->> 'a' -> 0, '{"a":5}' -> 'a' ->> '$';
--> 'c', '"c"', 'text', '1', 5
SELECT 'x' -> 'a';
--> error: malformed JSON
SELECT '{' ->> 'a';
--> error: malformed JSON

-- case on their right a path, a label, an index; negative from the end
SELECT '{"$":1}' -> '$', '{"a.b":1}' -> 'a.b', '{"":1}' -> '$.""', '[1,2,3]' -> -3, '[1,2,3]' -> -4, '[1,2,3]' -> 3, '[1,2]' -> '[0]', '[1,2]' -> '[#-1]', '{"[0]":7}' -> '[0]', '{"a":1}' -> 0, '{"0":4}' -> 0, '[1,2]' -> 1.9;
--> '{"$":1}', '1', '1', '1', NULL, NULL, '1', '2', NULL, NULL, NULL, NULL

-- case `->` and `->>` as functions
-- holds functions-json: `->` and `->>` as functions
SELECT "->>"('[1,2]', 1), "->"('[[3]]', 0);
--> 2, '[3]'
SELECT "->"('[1]');
--> error: wrong number of arguments to function ->()

-- case json_insert: only what is not there
SELECT json_insert('{}', '$.a.b.c', 1), json_insert('{}', '$.a[0]', 1), json_insert('[]', '$[0][0]', 1), json_insert('[1,2]', '$[#-1]', 9), json_insert('5', '$', 6), json_insert('{"a":1}', '$.a.b', 2), json_insert('[1]', '$[#]', 2, '$[#]', 3), json_insert('[1]', NULL, 2), json_insert(NULL, '$', 1);
--> '{"a":{"b":{"c":1}}}', '{"a":[1]}', '[[1]]', '[1,2]', '5', '{"a":1}', '[1,2,3]', '[1]', NULL

-- case json_replace: only what is there
SELECT json_replace('{"a":[1,{"b":2}]}', '$.a[1].b', NULL), json_replace('{"a":1,"a":2}', '$.a', 3), json_replace('[1,2,3]', '$[0]', json('{"x":1}'), '$[0].x', 5), json_replace('{"a":"x"}', '$.a', '[1]'), json_replace('[1]', '$[#]', 2), json_replace('[[1],2]', '$[0]', 7, '$[1]', 8);
--> '{"a":[1,{"b":null}]}', '{"a":3,"a":2}', '[{"x":5},2,3]', '{"a":"[1]"}', '[1]', '[7,8]'

-- case json_set: both
SELECT json_set('[0,1]', '$[2]', 2), json_set('[0,1]', '$[3]', 3), json_set('{}', '$."a b"', 1, '$.""', 2), json_set('{"a":{}}', '$.a.b', json_array(1), '$.a.b[#]', 2), json_set('{a:1}', '$.b', 0.5), json_set('{"a":1}', '$', 7), json_set('[[]]', '$[0][#]', 'x', '$[0][#]', 'y');
--> '[0,1,2]', '[0,1]', '{"a b":1,"":2}', '{"a":{"b":[1,2]}}', '{"a":1,"b":0.5}', '7', '[["x","y"]]'
SELECT json_set('{"a":1}');
--> '{"a":1}'

-- case json_remove
SELECT json_remove('{"a":[1,{"b":2,"c":3}]}', '$.a[1].b'), json_remove('[1,2,3]', '$[#-1]', '$[#-1]'), json_remove('{"a":1,"a":2}', '$.a'), json_remove('[1,2]', '$[#]'), json_remove('[1]', NULL), json_remove(NULL, '$'), json_remove('[[1]]', '$[0][0]'), json_remove('{a:1,b:2}', '$.b'), json_remove('5', '$.a');
--> '{"a":[1,{"c":3}]}', '[1]', '{"a":2}', '[1,2]', NULL, NULL, '[[]]', '{"a":1}', '5'
SELECT json_remove('[1]', 'x');
--> error: bad JSON path: 'x'
SELECT json_remove('[', '$[0]');
--> error: malformed JSON

-- case a value without its path
SELECT json_insert('{}', '$.a');
--> error: json_insert() needs an odd number of arguments
SELECT json_replace('{}', '$.a', 1, '$.b');
--> error: json_replace() needs an odd number of arguments
SELECT jsonb_set('{}', '$.a');
--> error: json_set() needs an odd number of arguments
SELECT json_insert();
--> NULL

-- case jsonb_insert, jsonb_replace, jsonb_set, jsonb_remove, jsonb_patch
SELECT jsonb_insert('{}', '$.a', 'x'), jsonb_replace('{"a":1}', '$.a', json('[1]')), jsonb_set('[1,2]', '$[1]', NULL), jsonb_remove('{"a":1}', '$.a'), jsonb_patch('{"a":{"b":1}}', '{"a":{"b":null,"c":2}}');
--> x'4c1a611a78', x'5c17612b1331', x'3b133100', x'0c', x'7c17614c17631332'
SELECT typeof(jsonb_set('{}', '$.a', 1)), json_valid(jsonb_patch('[]', '{"a":[1]}'), 8), jsonb_remove('[1]', '$'), jsonb_set(NULL, '$', 1), json(jsonb_set(jsonb('{"a":[1,2]}'), '$.a[#]', jsonb('{"x":1}')));
--> 'blob', 1, NULL, NULL, '{"a":[1,2,{"x":1}]}'

-- case a changed text grows and shrinks
SELECT length(jsonb_set('{"a":{"b":{"c":1}}}', '$.a.b.c', hex(zeroblob(10)))), length(jsonb_set('{"a":{"b":{"c":1}}}', '$.a.b.c', hex(zeroblob(200)))), length(jsonb_set('{"a":{"b":{"c":1}}}', '$.a.b.c', hex(zeroblob(40000))));
--> 34, 418, 80026
SELECT json_valid(jsonb_set('{"a":{"b":{"c":1}},"d":2}', '$.a.b.c', hex(zeroblob(40000))), 8), jsonb_set(jsonb_set('{"a":{"b":1}}', '$.a.b', hex(zeroblob(40000))), '$.a.b', 1);
--> 1, x'7c17614c17621331'

-- case json_group_array, with NULL
CREATE TABLE n(k, v);
INSERT INTO n VALUES ('a', 1), ('b', 'x'), ('a', NULL), (NULL, 2.5);
SELECT json_group_array(v), json_group_array(json_array(v)), json_group_array(k ORDER BY k DESC), json_group_array(DISTINCT k) FROM n;
--> '[1,"x",null,2.5]', '[[1],["x"],[null],[2.5]]', '["b","a","a",null]', '["a","b",null]'
SELECT k, json_group_array(v) FILTER (WHERE v IS NOT NULL) FROM n GROUP BY k;
--> NULL, '[2.5]'
--> 'a', '[1]'
--> 'b', '["x"]'
SELECT json_group_array(v) FROM n WHERE 0;
--> '[]'
SELECT json_group_array(json_object('k', k, 'v', v)) FROM n WHERE k = 'a';
--> '[{"k":"a","v":1},{"k":"a","v":null}]'
SELECT json_group_array(json_group_array(v)) OVER () FROM n GROUP BY k;
--> '["[2.5]","[1,null]","[\"x\"]"]'
--> '["[2.5]","[1,null]","[\"x\"]"]'
--> '["[2.5]","[1,null]","[\"x\"]"]'
SELECT json_array_length(json_group_array(v)), json_group_array(v) ->> 1, json_array(json_group_array(v)) FROM n;
--> 4, 'x', '[[1,"x",null,2.5]]'

-- case json_group_object
CREATE TABLE n(k, v);
INSERT INTO n VALUES ('a', 1), ('b', json('[1]')), ('a', NULL), (NULL, 2.5), (5, 'five'), (1.5, 'x');
SELECT json_group_object(k, v) FROM n;
--> '{"a":1,"b":"[1]","a":null,"5":"five","1.5":"x"}'
SELECT json_group_object(k, json(v)) FROM n WHERE k = 'b';
--> '{"b":[1]}'
SELECT json_group_object(k, v ORDER BY v DESC), json_group_object(k, v) FILTER (WHERE k = 'a') FROM n WHERE typeof(k) = 'text';
--> '{"b":"[1]","a":1,"a":null}', '{"a":1,"a":null}'
SELECT typeof(k), json_group_object(k, v) FROM n GROUP BY typeof(k);
--> 'integer', '{"5":"five"}'
--> 'null', '{}'
--> 'real', '{"1.5":"x"}'
--> 'text', '{"a":1,"b":"[1]","a":null}'
SELECT k, json_group_object(k, v) OVER (ORDER BY rowid ROWS 1 PRECEDING) FROM n;
--> 'a', '{"a":1}'
--> 'b', '{"a":1,"b":"[1]"}'
--> 'a', '{"b":"[1]","a":null}'
--> NULL, '{"a":null}'
--> 5, '{"5":"five"}'
--> 1.5, '{"1.5":"x"}'

-- case jsonb_group_array, jsonb_group_object
-- holds functions-json: jsonb_group_array, jsonb_group_object
CREATE TABLE n(k, v);
INSERT INTO n VALUES ('a', 1), ('b', 'x');
SELECT jsonb_group_array(v), jsonb_group_object(k, v), typeof(jsonb_group_array(v)), json_array(jsonb_group_array(v)) FROM n;
--> x'4b13311778', x'8c1761133117621778', 'blob', '[[1,"x"]]'
SELECT jsonb_group_array(v), jsonb_group_object(k, v) FROM n WHERE 0;
--> '[]', '{}'
SELECT jsonb_group_array(jsonb_array(v)) FROM n;
--> x'6b2b13312b1778'

-- case blobs that are no JSONB in an aggregate
SELECT json_group_object('a', x'ff');
--> error: JSON cannot hold BLOB values
SELECT jsonb_group_array(x'0102') FROM (SELECT 1);
--> error: JSON cannot hold BLOB values
SELECT json_group_object('a');
--> error: wrong number of arguments to function json_group_object()
SELECT json_group_array();
--> error: wrong number of arguments to function json_group_array()
SELECT json_group_array(1, 2);
--> error: wrong number of arguments to function json_group_array()

-- case JSON from a function stays JSON as an argument
CREATE TABLE n(a);
INSERT INTO n VALUES (json('[1]'));
SELECT json_array(a), json_array(json(a)), json_quote(a) FROM n;
--> '["[1]"]', '[[1]]', '"[1]"'
SELECT json_array(z), json_array(y) FROM (SELECT json('[1]') AS z, a AS y FROM n);
--> '["[1]"]', '["[1]"]'
SELECT json_array(max(json(a))), json_array(group_concat(json(a))) FROM n;
--> '[[1]]', '["[1]"]'
WITH c AS MATERIALIZED (SELECT json('[1]') AS z) SELECT json_array(z) FROM c;
--> '["[1]"]'
SELECT json_array(value) FROM json_each('[[1],"[2]"]');
--> '[[1]]'
--> '["[2]"]'

-- case subtype(): 74 for JSON
SELECT subtype(json_array()), subtype(json_object()), subtype(json_set('{}', '$.a', 1)), subtype(json_quote('a')), subtype(json_patch('{}', '{}')), subtype(json_pretty('1')), subtype(jsonb('1')), subtype(json_type('1')), subtype(json_extract('["a"]', '$[0]')), subtype(NULL);
--> 74, 74, 74, 74, 74, 0, 0, 0, 0, 0

-- case another number of arguments
SELECT json('1', '2');
--> error: wrong number of arguments to function json()
SELECT jsonb();
--> error: wrong number of arguments to function jsonb()
SELECT json_type();
--> error: wrong number of arguments to function json_type()
SELECT json_valid();
--> error: wrong number of arguments to function json_valid()
SELECT json_valid('1', 2, 3);
--> error: wrong number of arguments to function json_valid()
SELECT json_array_length('1', '$', '$');
--> error: wrong number of arguments to function json_array_length()
SELECT json_quote(1, 2);
--> error: wrong number of arguments to function json_quote()
SELECT json_patch('1');
--> error: wrong number of arguments to function json_patch()
SELECT json_pretty();
--> error: wrong number of arguments to function json_pretty()
SELECT json_error_position();
--> error: wrong number of arguments to function json_error_position()
