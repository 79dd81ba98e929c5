SELECT key, value FROM json_each('[1,"two",{"three":3}]') WHERE type = 'integer'
