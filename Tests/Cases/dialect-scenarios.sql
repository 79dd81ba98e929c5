-- Schemas as programs have them, with queries over several tables.

-- case a shop: customers, products, orders
CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, city TEXT, joined DATE DEFAULT '2024-01-01');
CREATE TABLE product(sku TEXT PRIMARY KEY, title TEXT, price DECIMAL(8,2) CHECK (price >= 0), tags JSON) WITHOUT ROWID;
CREATE TABLE "order"(id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER REFERENCES customer ON DELETE CASCADE, placed TEXT, status TEXT DEFAULT 'new');
CREATE TABLE item(order_id REFERENCES "order" ON DELETE CASCADE, sku REFERENCES product, qty INT DEFAULT 1, total AS (qty * 1), PRIMARY KEY (order_id, sku));
CREATE INDEX order_customer ON "order"(customer_id, placed DESC);
CREATE INDEX open_orders ON "order"(placed) WHERE status <> 'done';
PRAGMA foreign_keys = ON;
INSERT INTO customer(name, city) VALUES ('Ann', 'Oslo'), ('bob', 'Rome'), ('Cid', NULL), ('dee', 'oslo');
INSERT INTO customer(name) VALUES ('ANN');
--> error: UNIQUE constraint failed: customer.name
INSERT INTO product VALUES ('a1', 'Apple', 1.20, '["fruit","red"]'), ('b2', 'Bread', 3, '["food"]'), ('c3', 'Coal', 10.5, NULL), ('d4', 'Dye', 0, '[]');
INSERT INTO "order"(customer_id, placed, status) VALUES (1, '2024-02-01', 'done'), (1, '2024-03-05', 'new'), (2, '2024-02-11', 'new'), (4, '2024-01-31', 'lost'), (2, NULL, 'new');
INSERT INTO item(order_id, sku, qty) VALUES (1, 'a1', 3), (1, 'b2', 1), (2, 'c3', 2), (3, 'a1', 10), (3, 'd4', 1), (4, 'b2', 2), (5, 'c3', 1);
INSERT INTO item(order_id, sku) VALUES (9, 'a1');
--> error: FOREIGN KEY constraint failed
INSERT INTO item(order_id, sku) VALUES (1, 'zz');
--> error: FOREIGN KEY constraint failed
SELECT c.name, count(DISTINCT o.id) AS orders, round(sum(i.qty * p.price), 2) AS spent FROM customer AS c LEFT JOIN "order" AS o ON o.customer_id = c.id LEFT JOIN item AS i ON i.order_id = o.id LEFT JOIN product AS p USING (sku) GROUP BY c.id ORDER BY spent DESC NULLS LAST, c.name;
--> 'Ann', 2, 27.600000000000001
--> 'bob', 2, 22.5
--> 'dee', 1, 6.0
--> 'Cid', 0, NULL
SELECT name FROM customer WHERE NOT EXISTS (SELECT 1 FROM "order" WHERE customer_id = customer.id) OR id IN (SELECT customer_id FROM "order" GROUP BY 1 HAVING count(*) > 1) ORDER BY name DESC;
--> 'Cid'
--> 'bob'
--> 'Ann'
SELECT city, group_concat(name, ', ') FROM (SELECT * FROM customer ORDER BY name DESC) GROUP BY lower(city) ORDER BY city;
--> NULL, 'Cid'
--> 'Rome', 'bob'
--> 'oslo', 'dee, Ann'
SELECT name, (SELECT max(placed) FROM "order" WHERE customer_id = c.id) AS last, (SELECT title FROM product JOIN item USING (sku) JOIN "order" o ON o.id = order_id WHERE o.customer_id = c.id ORDER BY price DESC LIMIT 1) AS dearest FROM customer c ORDER BY last, name;
--> 'Cid', NULL, NULL
--> 'dee', '2024-01-31', 'Bread'
--> 'bob', '2024-02-11', 'Coal'
--> 'Ann', '2024-03-05', 'Coal'
SELECT p.title, t.value AS tag FROM product p, json_each(p.tags) t ORDER BY 1, 2;
--> 'Apple', 'fruit'
--> 'Apple', 'red'
--> 'Bread', 'food'
SELECT p.title, ifnull(sum(i.qty), 0) AS sold, rank() OVER (ORDER BY sum(i.qty) DESC) AS r, sum(sum(i.qty)) OVER (ORDER BY p.sku) AS running FROM product p LEFT JOIN item i USING (sku) GROUP BY p.sku ORDER BY p.sku;
--> 'Apple', 13, 1, 13
--> 'Bread', 3, 2, 16
--> 'Coal', 3, 2, 19
--> 'Dye', 1, 4, 20
SELECT strftime('%Y-%m', placed) AS month, status, count(*) FROM "order" GROUP BY 1, 2 ORDER BY 1, 2;
--> NULL, 'new', 1
--> '2024-01', 'lost', 1
--> '2024-02', 'done', 1
--> '2024-02', 'new', 1
--> '2024-03', 'new', 1
SELECT status, count(*) * 100.0 / (SELECT count(*) FROM "order") AS percent FROM "order" GROUP BY status ORDER BY percent DESC, status;
--> 'new', 60.0
--> 'done', 20.0
--> 'lost', 20.0
WITH RECURSIVE days(d) AS (VALUES ('2024-01-30') UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < '2024-02-02') SELECT d, count(o.id) FROM days LEFT JOIN "order" o ON o.placed = d GROUP BY d;
--> '2024-01-30', 0
--> '2024-01-31', 1
--> '2024-02-01', 1
--> '2024-02-02', 0
WITH spent AS (SELECT customer_id, sum(qty * price) AS s FROM "order" JOIN item ON order_id = "order".id JOIN product USING (sku) GROUP BY customer_id), top AS (SELECT max(s) AS m FROM spent) SELECT name FROM customer JOIN spent ON customer_id = id JOIN top ON s = m;
--> 'Ann'
SELECT o.id, lag(o.id) OVER w AS before, first_value(placed) OVER w AS first, julianday(placed) - julianday(lag(placed) OVER w) AS days FROM "order" o WINDOW w AS (PARTITION BY customer_id ORDER BY placed, id) ORDER BY o.id;
--> 1, NULL, '2024-02-01', NULL
--> 2, 1, '2024-02-01', 33.0
--> 3, 5, NULL, NULL
--> 4, NULL, '2024-01-31', NULL
--> 5, NULL, NULL, NULL
UPDATE product SET price = price * 1.1 WHERE sku IN (SELECT sku FROM item GROUP BY sku HAVING sum(qty) > 2) RETURNING sku, round(price, 3);
--> 'a1', 1.3200000000000001
--> 'b2', 3.2999999999999998
--> 'c3', 11.550000000000001
UPDATE "order" SET status = 'big' FROM (SELECT order_id, sum(qty) AS n FROM item GROUP BY order_id) AS x WHERE x.order_id = "order".id AND n > 5;
SELECT id, status FROM "order" WHERE status <> 'done' ORDER BY placed;
--> 5, 'new'
--> 4, 'lost'
--> 3, 'big'
--> 2, 'new'
INSERT INTO product(sku, title, price) VALUES ('a1', 'Apple pie', 5), ('e5', 'Egg', 0.3) ON CONFLICT (sku) DO UPDATE SET title = excluded.title, price = max(price, excluded.price) RETURNING sku, title, price;
--> 'a1', 'Apple pie', 5
--> 'e5', 'Egg', 0.29999999999999999
DELETE FROM product WHERE sku = 'a1';
--> error: FOREIGN KEY constraint failed
DELETE FROM customer WHERE name = 'BOB' RETURNING id;
--> 2
SELECT (SELECT count(*) FROM "order"), (SELECT count(*) FROM item), (SELECT group_concat(name) FROM customer);
--> 3, 4, 'Ann,Cid,dee'
CREATE VIEW bill AS SELECT o.id AS no, c.name, sum(i.qty * p.price) AS sum FROM "order" o JOIN customer c ON c.id = o.customer_id JOIN item i ON i.order_id = o.id JOIN product p ON p.sku = i.sku GROUP BY o.id;
SELECT * FROM bill WHERE sum > 5 ORDER BY no;
--> 1, 'Ann', 18.300000000000001
--> 2, 'Ann', 23.100000000000001
--> 4, 'dee', 6.6000000000000005
SELECT name, max(sum) FROM bill GROUP BY name HAVING count(*) > 0 ORDER BY 2 DESC;
--> 'Ann', 23.100000000000001
--> 'dee', 6.6000000000000005
SELECT b1.no, b2.no FROM bill b1 JOIN bill b2 ON b1.sum < b2.sum ORDER BY 1, 2;
--> 1, 2
--> 4, 1
--> 4, 2
CREATE TRIGGER pay INSTEAD OF DELETE ON bill BEGIN UPDATE "order" SET status = 'paid ' || round(old.sum, 2) WHERE id = old.no; END;
DELETE FROM bill WHERE name LIKE 'a%';
SELECT id, status FROM "order" ORDER BY id;
--> 1, 'paid 18.3'
--> 2, 'paid 23.1'
--> 4, 'lost'
SELECT typeof(price), count(*) FROM product GROUP BY 1 ORDER BY 1;
--> 'integer', 2
--> 'real', 3
SELECT title FROM product WHERE price BETWEEN 1 AND 6 AND title NOT LIKE '%a%' ORDER BY length(title), title;
SELECT * FROM product NATURAL JOIN item WHERE qty > 1 ORDER BY sku;
--> 'a1', 'Apple pie', 5, '["fruit","red"]', 1, 3, 3
--> 'b2', 'Bread', 3.3000000000000003, '["food"]', 4, 2, 2
--> 'c3', 'Coal', 11.550000000000001, NULL, 2, 2, 2
SELECT coalesce(city, '?') AS place, count(*) OVER (PARTITION BY lower(city)) FROM customer ORDER BY name;
--> 'Oslo', 2
--> '?', 1
--> 'oslo', 2
SELECT name FROM customer EXCEPT SELECT name FROM customer WHERE city = 'Oslo' COLLATE NOCASE ORDER BY 1;
--> 'Cid'
SELECT 'x' IN (SELECT name FROM customer), 'ann' IN (SELECT name FROM customer), NULL IN (SELECT city FROM customer);
--> 0, 1, NULL
SELECT sum(qty), avg(qty), min(qty), max(qty), total(qty), count(*), count(qty) FROM item WHERE sku > 'z';
--> NULL, NULL, NULL, NULL, 0.0, 0, 0

-- case a tree, and a log
CREATE TABLE node(id INTEGER PRIMARY KEY, parent REFERENCES node(id) ON DELETE CASCADE, name TEXT, UNIQUE (parent, name));
INSERT INTO node VALUES (1, NULL, 'root'), (2, 1, 'usr'), (3, 1, 'etc'), (4, 2, 'bin'), (5, 2, 'lib'), (6, 5, 'x'), (7, NULL, 'other');
WITH RECURSIVE path(id, p, depth) AS (SELECT id, '/' || name, 0 FROM node WHERE parent IS NULL UNION ALL SELECT node.id, p || '/' || name, depth + 1 FROM node JOIN path ON node.parent = path.id ORDER BY 3 DESC, 2) SELECT id, p, depth FROM path;
--> 7, '/other', 0
--> 1, '/root', 0
--> 3, '/root/etc', 1
--> 2, '/root/usr', 1
--> 4, '/root/usr/bin', 2
--> 5, '/root/usr/lib', 2
--> 6, '/root/usr/lib/x', 3
WITH RECURSIVE up(id, name, parent) AS (SELECT id, name, parent FROM node WHERE name = 'x' UNION SELECT n.id, n.name, n.parent FROM node n, up WHERE n.id = up.parent) SELECT group_concat(name, ' < ') FROM up;
--> 'x < lib < usr < root'
SELECT parent, count(*), group_concat(name, ',' ORDER BY name DESC) FROM node GROUP BY parent HAVING count(*) > 1 ORDER BY parent;
--> NULL, 2, 'root,other'
--> 1, 2, 'usr,etc'
--> 2, 2, 'lib,bin'
SELECT n.name, (WITH RECURSIVE s(id) AS (VALUES (n.id) UNION ALL SELECT node.id FROM node JOIN s ON parent = s.id) SELECT count(*) - 1 FROM s) AS below FROM node n ORDER BY below DESC, n.id;
--> 'root', 5
--> 'usr', 3
--> 'lib', 1
--> 'etc', 0
--> 'bin', 0
--> 'x', 0
--> 'other', 0
INSERT INTO node(parent, name) VALUES (NULL, 'root');
INSERT INTO node(parent, name) VALUES (1, 'usr');
--> error: UNIQUE constraint failed: node.parent, node.name
INSERT INTO node(parent, name) VALUES (1, 'usr') ON CONFLICT (parent, name) DO UPDATE SET name = node.name || '2' RETURNING id, name;
--> 2, 'usr2'
PRAGMA foreign_keys = ON;
DELETE FROM node WHERE id = 2;
SELECT id, name FROM node ORDER BY id;
--> 1, 'root'
--> 3, 'etc'
--> 7, 'other'
--> 8, 'root'
UPDATE node SET parent = 99 WHERE id = 3;
--> error: FOREIGN KEY constraint failed
UPDATE node SET id = id + 100;
--> error: FOREIGN KEY constraint failed
UPDATE node SET id = id + 100 WHERE parent IS NULL AND id NOT IN (SELECT parent FROM node WHERE parent IS NOT NULL);
SELECT id, parent, name FROM node ORDER BY id;
--> 1, NULL, 'root'
--> 3, 1, 'etc'
--> 107, NULL, 'other'
--> 108, NULL, 'root'
CREATE TABLE log(ts TEXT, level TEXT, msg TEXT);
INSERT INTO log VALUES ('2024-01-01 00:00:01', 'info', 'start'), ('2024-01-01 00:00:05', 'warn', 'slow'), ('2024-01-01 00:01:00', 'info', 'ok'), ('2024-01-01 00:01:30', 'error', 'fail: x'), ('2024-01-01 00:03:00', 'info', 'end');
SELECT level, count(*), min(ts), max(ts), msg FROM log GROUP BY level ORDER BY 1;
--> 'error', 1, '2024-01-01 00:01:30', '2024-01-01 00:01:30', 'fail: x'
--> 'info', 3, '2024-01-01 00:00:01', '2024-01-01 00:03:00', 'end'
--> 'warn', 1, '2024-01-01 00:00:05', '2024-01-01 00:00:05', 'slow'
SELECT ts, strftime('%s', ts) - strftime('%s', lag(ts, 1, ts) OVER (ORDER BY ts)) AS gap, sum(level = 'info') OVER (ORDER BY ts ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM log;
--> '2024-01-01 00:00:01', 0, 1
--> '2024-01-01 00:00:05', 4, 1
--> '2024-01-01 00:01:00', 55, 1
--> '2024-01-01 00:01:30', 30, 1
--> '2024-01-01 00:03:00', 90, 1
SELECT substr(ts, 12, 5) AS minute, count(*), sum(CASE level WHEN 'error' THEN 1 ELSE 0 END) AS errors, group_concat(DISTINCT level) FROM log GROUP BY minute ORDER BY minute;
--> '00:00', 2, 0, 'info,warn'
--> '00:01', 2, 1, 'info,error'
--> '00:03', 1, 0, 'info'
SELECT msg, instr(msg, ':'), CASE WHEN instr(msg, ':') THEN substr(msg, 1, instr(msg, ':') - 1) ELSE msg END FROM log WHERE msg GLOB '*[:k]*';
--> 'ok', 0, 'ok'
--> 'fail: x', 5, 'fail'
SELECT a.msg, b.msg FROM log a JOIN log b ON b.ts = (SELECT min(ts) FROM log c WHERE c.ts > a.ts) ORDER BY a.ts;
--> 'start', 'slow'
--> 'slow', 'ok'
--> 'ok', 'fail: x'
--> 'fail: x', 'end'
SELECT json_group_array(json_object('t', ts, 'l', level)) FROM (SELECT * FROM log WHERE level <> 'info' ORDER BY ts DESC);
--> '[{"t":"2024-01-01 00:01:30","l":"error"},{"t":"2024-01-01 00:00:05","l":"warn"}]'
SELECT ntile(2) OVER (ORDER BY ts), percent_rank() OVER (ORDER BY level), dense_rank() OVER (ORDER BY level DESC), cume_dist() OVER (ORDER BY length(msg)) FROM log ORDER BY ts;
--> 1, 0.25, 2, 0.80000000000000004
--> 1, 1.0, 1, 0.59999999999999998
--> 1, 0.25, 2, 0.20000000000000001
--> 2, 0.0, 3, 1.0
--> 2, 0.25, 2, 0.40000000000000002

-- case groups by expressions, aliases and positions
CREATE TABLE sales(id INTEGER PRIMARY KEY, region TEXT COLLATE NOCASE, day TEXT, amount REAL, qty INT);
INSERT INTO sales(region, day, amount, qty) VALUES ('North', '2024-01-05', 10.5, 1), ('north', '2024-01-20', 4, 2), ('South', '2024-02-01', 7.25, NULL), ('South', '2024-02-28', NULL, 4), (NULL, '2024-03-01', 1, 5), ('East', '2023-12-31', -3, 0);
SELECT region, count(*), sum(amount), total(qty), avg(amount) FROM sales GROUP BY region ORDER BY region;
--> NULL, 1, 1.0, 5.0, 1.0
--> 'East', 1, -3.0, 0.0, -3.0
--> 'North', 2, 14.5, 3.0, 7.25
--> 'South', 2, 7.25, 4.0, 7.25
SELECT strftime('%Y-%m', day) AS month, sum(amount) AS s FROM sales GROUP BY month HAVING s > 5 ORDER BY month DESC;
--> '2024-02', 7.25
--> '2024-01', 14.5
SELECT substr(day, 1, 4), count(DISTINCT region), group_concat(region, '/' ORDER BY id) FROM sales GROUP BY 1 ORDER BY 1;
--> '2023', 1, 'East'
--> '2024', 2, 'North/north/South/South'
SELECT lower(region), max(day), id FROM sales GROUP BY lower(region) ORDER BY 1;
--> NULL, '2024-03-01', 5
--> 'east', '2023-12-31', 6
--> 'north', '2024-01-20', 2
--> 'south', '2024-02-28', 4
SELECT region, min(amount), day FROM sales GROUP BY region COLLATE BINARY ORDER BY region COLLATE BINARY, 2;
--> NULL, 1.0, '2024-03-01'
--> 'East', -3.0, '2023-12-31'
--> 'North', 10.5, '2024-01-05'
--> 'South', 7.25, '2024-02-01'
--> 'north', 4.0, '2024-01-20'
SELECT count(*), sum(qty) FILTER (WHERE amount > 5), count(*) FILTER (WHERE qty IS NULL) FROM sales GROUP BY region IS NULL ORDER BY 1;
--> 1, NULL, 0
--> 5, 1, 1
SELECT coalesce(region, 'none') AS r, sum(sum(amount)) OVER (ORDER BY coalesce(region, 'none')) FROM sales GROUP BY r;
--> 'East', -3.0
--> 'North', 7.5
--> 'South', 14.75
--> 'none', 15.75
--> 'north', 19.75
SELECT qty % 2 AS odd, count(*) FROM sales GROUP BY odd ORDER BY odd NULLS LAST;
--> 0, 3
--> 1, 2
--> NULL, 1
SELECT amount + qty, count(*) FROM sales GROUP BY amount + qty ORDER BY amount + qty DESC LIMIT 3 OFFSET 1;
--> 6.0, 2
--> -3.0, 1
--> NULL, 2
SELECT DISTINCT region FROM sales ORDER BY region DESC;
--> 'South'
--> 'North'
--> 'East'
--> NULL
SELECT (SELECT count(*) FROM sales AS s2 WHERE s2.region = sales.region), region FROM sales GROUP BY region ORDER BY 2;
--> 0, NULL
--> 1, 'East'
--> 2, 'North'
--> 2, 'South'
SELECT region, day FROM sales WHERE (region, amount) IN (SELECT region, max(amount) FROM sales GROUP BY region) ORDER BY day;
--> 'East', '2023-12-31'
--> 'North', '2024-01-05'
--> 'South', '2024-02-01'
