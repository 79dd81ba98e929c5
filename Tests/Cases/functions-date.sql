-- Date and time functions, beside their examples.

-- case date, time, datetime
SELECT date('2024-02-29T23:59:59.9999'), time('2024-02-29 23:59:59.9999'), datetime('2024-02-29 23:59:59.9999'), date('0000-01-01'), date('9999-12-31 23:59:59'), datetime('2024-02-29 24:00'), time('24:00:00'), datetime('2024-1-1'), date(' 2024-01-01'), date('2024-01-01 ');
--> '2024-02-29', '23:59:59', '2024-02-29 23:59:59', '0000-01-01', '9999-12-31', '2024-03-01 24:00:00', '24:00:00', NULL, NULL, '2024-01-01'
SELECT date('2024-01-01 1:00'), date('20240101'), date('+2024-01-01'), date('-4713-11-24'), date('2024-01-01x'), typeof(date('2024-01-01')), date(x'323032342d30312d3031'), date('2000-02-29'), date('1900-02-29');
--> NULL, NULL, NULL, NULL, NULL, 'text', '2024-01-01', '2000-02-29', '1900-03-01'

-- case julianday, unixepoch
SELECT julianday('2000-01-01 12:00'), julianday('0000-01-01'), julianday('9999-12-31 23:59:59.999'), julianday('-4713-11-24 12:00'), unixepoch('1970-01-01'), unixepoch('1969-12-31 23:59:59'), unixepoch('0000-01-01'), unixepoch('9999-12-31 23:59:59'), typeof(julianday('2000-01-01')), typeof(unixepoch('2000-01-01')), unixepoch('x'), julianday(NULL);
--> 2451545.0, 1721059.5, 5373484.4999999888, 0.0, 0, -1, -62167219200, 253402300799, 'real', 'integer', NULL, NULL
SELECT julianday('1858-11-17'), unixepoch('2024-02-29 12:34:56.789'), unixepoch('2024-02-29 12:34:56.789', 'subsec'), julianday(2451545), unixepoch(2440587.5);
--> 2400000.5, 1709210096, 1709210096.789, 2451545.0, 0

-- case strftime, every conversion
SELECT strftime('%d %e %f %F %H', '2024-01-02 03:04:05.678'), strftime('%I %j %J %k %l %m %M', '2024-01-02 03:04:05.678'), strftime('%p %P %R %s %S %T', '2024-01-02 15:04:05.678'), strftime('%u %w %Y %%', '2024-01-07');
--> '02  2 05.678 2024-01-02 03', '03 002 2460311.627843495  3  3 01 04', 'PM pm 15:04 1704207845 05 15:04:05', '7 0 2024 %'
SELECT strftime('%I%p %l%P', '2024-01-01 00:30'), strftime('%I%p %l%P', '2024-01-01 12:30'), strftime('%I %l %k', '2024-01-01 13:00'), strftime('%e|%k', '2024-01-05 07:00');
--> '12AM 12am', '12PM 12pm', '01  1 13', ' 5| 7'
SELECT strftime('%G-W%V-%u %g', '2023-01-01'), strftime('%G-W%V-%u %g', '2024-12-30'), strftime('%G-W%V-%u', '2021-01-03'), strftime('%G-W%V-%u', '2020-12-31'), strftime('%G %V', '2016-01-03'), strftime('%G %V', '0000-01-01');
--> '2022-W52-7 22', '2025-W01-1 25', '2020-W53-7', '2020-W53-4', '2015 53', '-001 52'
SELECT strftime('%U %W', '2023-01-01'), strftime('%U %W', '2024-01-01'), strftime('%U %W', '2024-12-31'), strftime('%U %W', '2023-01-02'), strftime('%j', '2024-12-31'), strftime('%j', '2023-12-31');
--> '01 00', '00 01', '52 53', '01 01', '366', '365'
SELECT strftime('%s', '1969-12-31 23:59:58'), strftime('%J', '2000-01-01 12:00'), strftime('%f', '2024-01-01 00:00:59.9996'), strftime('%f %S', '2024-01-01 00:00:01.0005'), strftime('é%Yß', '2024-01-01'), strftime('', '2024-01-01'), typeof(strftime('%s', '2024-01-01'));
--> '-2', '2451545', '59.999', '01.000 01', 'é2024ß', '', 'text'

-- case strftime of an unknown conversion
SELECT strftime('%Y %q', '2024-01-01'), strftime('%', '2024-01-01'), strftime('a%', '2024-01-01'), strftime('%E', '2024-01-01'), strftime('%L', '2024-01-01'), strftime('%-d', '2024-01-01'), strftime('%a %b', '2024-01-01'), strftime('%D', '2024-01-01'), strftime('%z', '2024-01-01');
--> NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL

-- case timediff
SELECT timediff('2024-02-29', '2024-02-29'), timediff('2024-03-01', '2024-02-29 23:59:59.5'), timediff('2023-03-01', '2024-02-29'), timediff('2024-02-29', '2023-02-28'), timediff('2024-01-31', '2024-02-29'), timediff('2024-03-31', '2024-02-29'), timediff('9999-12-31', '0000-01-01'), timediff('0000-01-01', '9999-12-31');
--> '+0000-00-00 00:00:00.000', '+0000-00-00 00:00:00.500', '-0000-11-28 00:00:00.000', '+0001-00-01 00:00:00.000', '-0000-00-29 00:00:00.000', '+0000-01-02 00:00:00.000', '+9999-11-30 00:00:00.000', '-9999-11-30 00:00:00.000'
SELECT timediff('2024-01-01 00:00', '2023-12-31 23:59:59.999'), timediff('12:00', '11:59'), timediff(2460000.5, '2023-02-25'), timediff(NULL, '2024-01-01'), timediff('2024-01-01', 'x'), datetime('2023-02-15', timediff('2024-01-01', '2023-02-15'));
--> '+0000-00-00 00:00:00.001', '+0000-00-00 00:01:00.000', '+0000-00-00 00:00:00.000', NULL, NULL, '2024-01-01 00:00:00'
SELECT timediff('2024-01-01');
--> error: wrong number of arguments to function timediff()

-- case time values: dates, times, T, zones
SELECT datetime('2024-01-01T10:20:30.5Z'), datetime('2024-01-01 10:00 +02:30'), datetime('2024-01-01 10:00-11:30'), datetime('2024-01-01 10:00z'), datetime('10:00+01:00'), datetime('2024-01-01 10:00 Z'), datetime('2024-01-01 10:00+15:00'), datetime('2024-01-01 10:00+02'), datetime('2024-01-01 10:00:00 + 02:00'), datetime('2024-01-01t10:00'), datetime('2024-01-01Z');
--> '2024-01-01 10:20:30', '2024-01-01 07:30:00', '2024-01-01 21:30:00', '2024-01-01 10:00:00', '2000-01-01 09:00:00', '2024-01-01 10:00:00', NULL, NULL, NULL, NULL, NULL
SELECT time('01:02:03'), time('01:02:03.4567'), datetime('01:02'), time('1:02'), time('01:60'), time('01:02:60'), datetime('now') = datetime(), date('now') = date(), datetime('NOW') IS NOT NULL, datetime('2024-01-01 10:00:00.1234567890123');
--> '01:02:03', '01:02:03', '2000-01-01 01:02:00', NULL, NULL, NULL, 1, 1, 1, '2024-01-01 10:00:00'

-- case time values: Julian day numbers
SELECT datetime(0), datetime(5373484.49999), datetime(5373484.5), datetime(-1), datetime('2460000.25'), datetime(1721059.5), date(' 2460000'), date('2460000x'), datetime(2460000.123456789), date(1e300), date(1e999);
--> '-4713-11-24 12:00:00', '9999-12-31 23:59:59', NULL, NULL, '2023-02-24 18:00:00', '0000-01-01 00:00:00', '2023-02-24', NULL, '2023-02-24 14:57:46', NULL, NULL

-- case what is no time value
SELECT date(''), date('2024'), date('2024-01'), date('2024-01-00'), date('2024-00-01'), date('24-01-01'), date('2024-01-01 24:01'), date('2024-01-01 10'), date('2024-01-01 10:'), date('2024/01/01'), date(x''), time('12:30:'), date('2024-04-32'), date('tomorrow'), datetime('2024-01-01 10:00:00.'), unixepoch(''), strftime('%Y', 'x'), julianday('1 day');
--> NULL, '-4707-06-09', NULL, NULL, NULL, NULL, '2024-01-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL

-- case a day beyond the month's end
SELECT date('2024-02-30'), date('2024-02-31'), date('2023-02-29'), date('2024-04-31'), date('2024-04-31', '+1 month'), date('2024-06-31', '-1 day'), datetime('2023-02-29 12:00'), julianday('2023-02-31') = julianday('2023-03-03'), date('2023-02-31', 'start of month');
--> '2024-03-01', '2024-03-02', '2023-03-01', '2024-05-01', '2024-05-31', '2024-06-30', '2023-03-01 12:00:00', 1, '2023-02-01'

-- case NNN days, hours, minutes, seconds, months, years
SELECT date('2024-01-31', '+1 month'), date('2024-03-31', '-1 month'), date('2024-02-29', '+1 year'), date('2024-02-29', '+4 years'), date('2023-12-31', '+2 months'), date('2024-01-01', '-1 months'), date('2024-05-31', '+13 months'), date('2024-01-31', '1.5 months'), date('2024-01-01', '0.5 years');
--> '2024-03-02', '2024-03-02', '2025-03-01', '2028-02-29', '2024-03-02', '2023-12-01', '2025-07-01', '2024-03-17', '2024-07-01'
SELECT datetime('2024-01-01', '1.5 days'), datetime('2024-01-01', '-0.5 hours'), datetime('2024-01-01', '+90 minutes'), datetime('2024-01-01', '86400 seconds'), datetime('2024-01-01', '0.001 seconds', 'subsec'), datetime('2024-01-01', '1 DAY'), datetime('2024-01-01', '+1 day '), datetime('2024-01-01', '+1  day'), datetime('2024-01-01', '+1day'), datetime('2024-01-01', '1e1 days'), datetime('2024-01-01', '+ 1 day');
--> '2024-01-02 12:00:00', '2023-12-31 23:30:00', '2024-01-01 01:30:00', '2024-01-02 00:00:00', '2024-01-01 00:00:00.001', '2024-01-02 00:00:00', NULL, '2024-01-02 00:00:00', NULL, '2024-01-11 00:00:00', NULL
SELECT date('2024-01-01', '10000 years'), date('2024-01-01', '-2024 years'), date('2024-01-01', '5373485 days'), date('2024-01-01', '1e20 days'), datetime('2024-01-01', '464269060799 seconds'), datetime('2024-01-01', '464269060801 seconds'), date('2024-01-01', '-2025 years');
--> NULL, '0000-01-01', NULL, NULL, NULL, NULL, '-0001-01-01'

-- case ±HH:MM, ±HH:MM:SS.SSS
SELECT datetime('2024-01-01', '10:30'), datetime('2024-01-01', '-10:30'), datetime('2024-01-01', '+23:59:59'), datetime('2024-01-01', '+24:00'), datetime('2024-01-01', '+10:60'), datetime('2024-01-01', '-00:00:00.5', 'subsec'), datetime('2024-01-01', '+1:00'), datetime('2024-01-01', '+01:00 '), time('12:00', '+13:00');
--> '2024-01-01 10:30:00', '2023-12-31 13:30:00', '2024-01-01 23:59:59', '2024-01-01 00:00:00', NULL, '2023-12-31 23:59:59.500', NULL, '2024-01-01 01:00:00', '01:00:00'

-- case ±YYYY-MM-DD, with a time
SELECT date('2024-01-31', '+0000-01-00'), date('2024-02-29', '+0001-00-00'), date('2024-03-31', '-0000-01-00'), datetime('2024-01-31', '+0001-02-03 04:05:06'), datetime('2024-01-31', '-0001-02-03 04:05:06.789', 'subsec'), datetime('2024-01-01', '+0000-12-00'), datetime('2024-01-01', '+0000-11-31'), datetime('2024-01-01', '0001-01-01'), datetime('2024-01-01', '+1-1-1'), date('2024-01-01', '-2025-00-00'), date('2024-01-31', '+0000-01-00', 'floor');
--> '2024-03-02', '2025-03-01', '2024-03-02', '2025-04-03 04:05:06', '2022-11-27 19:54:53.211', NULL, NULL, NULL, NULL, '-0001-01-01', '2024-02-29'

-- case ceiling, floor
SELECT date('2023-02-29', 'floor'), date('2023-02-31', 'floor'), date('2023-02-31', 'ceiling'), date('2024-03-31', '-1 month', 'floor'), date('2024-03-31', '-1 month', 'ceiling'), date('2024-02-29', '+1 year', 'floor'), date('2024-02-29', '+1 year', 'ceiling'), date('2024-01-31', '+1 month', '+1 month', 'floor'), date('2024-01-31', '+1 month', '+1 day', 'floor'), date('2024-01-15', 'floor'), datetime('2024-01-31 10:00', '+1 month', 'floor');
--> '2023-02-28', '2023-02-28', '2023-03-03', '2024-02-29', '2024-03-02', '2025-02-28', '2025-03-01', '2024-04-02', '2024-03-03', '2024-01-15', '2024-02-29 10:00:00'

-- case start of month, year, day
SELECT datetime('2024-02-29 13:14:15.9', 'start of day'), date('2024-12-31', 'start of month', '+1 month', '-1 day'), date('2024-02-29', 'START OF YEAR'), date('2024-02-29', 'start of week'), date('2024-02-29', 'start  of month'), datetime(2460000.7, 'start of day'), datetime('12:00', 'start of day'), datetime('2024-01-01', 'start of'), date('0000-02-03', 'start of year');
--> '2024-02-29 00:00:00', '2024-12-31', '2024-01-01', NULL, NULL, '2023-02-25 00:00:00', '2000-01-01 00:00:00', NULL, '0000-01-01'

-- case weekday N
SELECT date('2024-03-05', 'weekday 1'), date('2024-03-05', 'weekday 6'), datetime('2024-03-05 13:00', 'weekday 2'), date('2024-02-28', 'weekday 5'), date('2024-03-05', 'weekday 1.0'), date('2024-03-05', 'weekday 1.5'), date('2024-03-05', 'weekday -1'), date('2024-03-05', 'WEEKDAY 0'), date('2024-03-05', 'weekday'), date('9999-12-31', 'weekday 0'), date('0000-01-01', 'weekday 6');
--> '2024-03-11', '2024-03-09', '2024-03-05 13:00:00', '2024-03-01', '2024-03-11', NULL, NULL, '2024-03-10', NULL, NULL, '0000-01-01'

-- case unixepoch, julianday, auto
SELECT datetime(0, 'unixepoch'), datetime(-1, 'unixepoch'), datetime('1700000000', 'unixepoch'), datetime(1700000000.75, 'unixepoch', 'subsec'), datetime(253402300799, 'unixepoch'), datetime(253402300800, 'unixepoch'), datetime(-62167219200, 'unixepoch'), datetime(-62167219201, 'unixepoch'), datetime(-210866760000, 'auto');
--> '1970-01-01 00:00:00', '1969-12-31 23:59:59', '2023-11-14 22:13:20', '2023-11-14 22:13:20.750', '9999-12-31 23:59:59', NULL, '0000-01-01 00:00:00', '-0001-12-31 23:59:59', '-4713-11-24 12:00:00'
SELECT datetime(0, 'auto'), datetime(5373484.5, 'auto'), datetime(5373485, 'auto'), datetime('2460000', 'auto'), datetime('2024-01-01', 'auto'), datetime(2460000, '+1 day', 'unixepoch'), datetime(1700000000, '+1 day', 'auto'), datetime(2460000, 'julianday'), datetime('2460000', 'julianday'), datetime('2024-01-01', 'unixepoch'), datetime(1e18, 'auto'), datetime(100, 'julianday', 'unixepoch');
--> '-4713-11-24 12:00:00', '1970-03-04 04:38:04', '1970-03-04 04:38:05', '2023-02-24 12:00:00', '2024-01-01 00:00:00', NULL, NULL, '2023-02-24 12:00:00', '2023-02-24 12:00:00', NULL, NULL, NULL

-- case subsec, subsecond
SELECT time('12:00:00.9996', 'subsec'), datetime('2024-01-01 10:00:00.1', 'subsecond'), date('2024-01-01', 'subsec'), typeof(unixepoch('2024-01-01', 'subsec')), unixepoch('1970-01-01 00:00:00.001', 'subsec'), julianday('2024-01-01', 'subsec'), strftime('%s', '2024-01-01 00:00:00.75', 'subsec'), strftime('%S', '2024-01-01 00:00:05.75', 'subsec'), time('12:00:00.5', '+0.25 seconds', 'subsec'), datetime('2024-01-01 00:00:00.5', 'subsec', 'start of day'), datetime('subsec') LIKE '%.___', time('subsecond') LIKE '__:__:__.___';
--> '12:00:00.999', '2024-01-01 10:00:00.100', '2024-01-01', 'real', 0.001, 2460310.5, '1704067200.750', '05', '12:00:00.750', '2024-01-01 00:00:00.000', 1, 1

-- case localtime, utc
SELECT datetime(datetime('2024-06-01 12:00', 'localtime'), 'utc'), datetime('2024-06-01', 'utc', 'localtime'), datetime('x', 'localtime');
--> '2024-06-01 12:00:00', '2024-06-01 00:00:00', NULL

-- case what is no modifier
SELECT date('2024-01-01', ''), date('2024-01-01', '5'), date('2024-01-01', '+5'), date('2024-01-01', '1 fortnight'), date('2024-01-01', 'days'), date('2024-01-01', 'start'), date('2024-01-01', 'weekday 7.0'), date('2024-01-01', '+1 day', 'x'), date('2024-01-01', 'auto '), date('2024-01-01', '1 day 2 hours'), date('2024-01-01', x'2b3120646179'), date('2024-01-01', 5);
--> NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-01-02', NULL

-- case out of range
SELECT datetime('9999-12-31 23:59:59', '+1 second'), datetime('0000-01-01', '-0.001 seconds'), date('9999-12-31', '+1 month'), date('5000-01-01', '+5000 years'), julianday('9999-12-31', '+1 day'), strftime('%Y', '0000-01-01', '-1 day'), date(5373484.4999999), date('0000-01-01', '+3652424 days'), date('0000-01-01', '+3652425 days');
--> NULL, '-0001-12-31 23:59:59', NULL, NULL, NULL, '-001', '9999-12-31', '9999-12-31', NULL

-- case strftime without a format is NULL
SELECT strftime(NULL), strftime(NULL, '2024-01-01'), strftime('%Y') = strftime('%Y', 'now'), strftime(5, '2024-01-01'), typeof(strftime('%Y', NULL));
--> NULL, NULL, 1, '5', 'null'

-- case in tables, indexes and generated columns
CREATE TABLE n(a TEXT, d AS (date(a)), j REAL AS (julianday(a)) STORED);
CREATE INDEX i ON n(strftime('%Y', a));
INSERT INTO n(a) VALUES ('2024-02-29 10:00'), ('2023-12-31'), ('x'), (NULL);
SELECT a, d, j FROM n WHERE strftime('%Y', a) = '2024';
--> '2024-02-29 10:00', '2024-02-29', 2460369.9166666665
SELECT d, count(*) FROM n GROUP BY d;
--> NULL, 2
--> '2023-12-31', 1
--> '2024-02-29', 1
SELECT a FROM n WHERE d BETWEEN '2023-01-01' AND '2023-12-31' ORDER BY j;
--> '2023-12-31'

-- case local time of what is no moment
SELECT datetime(5373484.5, 'localtime'), unixepoch(253402300800, 'localtime'), date(-1, 'localtime', '-1 second'), datetime(-1, 'localtime', '-23:59:59.999');
--> '2000-01-01 00:00:00', 946684800, '1999-12-31', '1999-12-31 00:00:00'
SELECT strftime('%s %j %w %J', -1e10, 'utc'), date(9223372036854775807, 'utc'), strftime('%G-%V %U %W', 253402300800, 'utc');
--> '-210866760000 328 1 0', '-4713-11-24', '-4713-48 47 47'
SELECT date(253402300800, '-1e12 seconds', 'localtime'), date(253402300800, '+14712 year', '73 minute', 'localtime'), date(253402300800, 'localtime', 'ceiling', '+14712 minutes');
--> '0000-01-01', '2000-01-01', '2000-01-11'
SELECT strftime('%G-%V %U %W', 9223372036854775807, '+9999-00-00', 'localtime'), datetime('2000-01-01', '+1e12 seconds', 'localtime'), datetime('9999-12-31', '+1 day', 'localtime', 'subsec');
--> '1999-52 00 00', '0000-01-01 00:00:00', '0000-01-01 00:00:00.000'
SELECT datetime('9999-12-31', '+1 day', 'utc'), datetime(0, '-1 second', 'utc'), datetime('0000-01-01', '-9999 years', 'utc');
--> NULL, NULL, '2000-01-01 00:00:00'
SELECT datetime('9999-12-31 23:59:59', '+1.5 seconds', 'localtime', 'subsec');
--> '0000-01-01 00:00:00.500'
