SELECT json_extract('{"a":[1,2,{"b":null}]}', '$.a[2].b'), json_set('[1]', '$[1]', 2), '{"x":5}' ->> 'x'
