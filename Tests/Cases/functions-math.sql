-- Mathematical functions, beside their examples.

-- case acos, asin, atan
SELECT acos(1), asin(0), atan(0), round(acos(-1), 9), round(asin(-0.5), 9), round(atan(1e300), 9), acos(1.0000001), asin(-1.0000001), acos('0.5') = acos(0.5), acos('x'), acos(x'31'), acos(NULL), round(atan(-1e999), 9), typeof(atan(0)), acos(1e999);
--> 0.0, 0.0, 0.0, 3.1415926540000001, -0.52359877600000004, 1.570796327, NULL, NULL, 1, NULL, NULL, NULL, -1.570796327, 'real', NULL

-- case atan2(Y, X)
SELECT round(atan2(0, -1), 9), round(atan2(-0.0, -1), 9), atan2(0, 1), round(atan2(1e999, 1e999), 9), round(atan2('1', '1'), 9), atan2('a', 1), atan2(1, x'31'), round(atan2(-1, -1), 9), atan2(-0.0, 1), round(atan2(5, 0), 9);
--> 3.1415926540000001, -3.1415926540000001, 0.0, 0.78539816299999998, 0.78539816299999998, NULL, NULL, -2.35619449, -0.0, 1.570796327
SELECT atan2(1);
--> error: wrong number of arguments to function atan2()

-- case acosh, asinh, atanh
SELECT acosh(1), asinh(0), atanh(0), round(asinh(-1e10), 9), round(acosh(1e10), 9), acosh(0.999), asinh('x'), round(atanh(-0.9), 9), asinh(1e999), acosh(1e999), acosh(-5);
--> 0.0, 0.0, 0.0, -23.718998111000001, 23.718998111000001, NULL, NULL, -1.4722194900000001, inf, inf, NULL

-- case atanh of 1
SELECT atanh(1) > 1e308, atanh(-1) < -1e308, atanh(1.1), typeof(atanh(1)), atanh(NULL);
--> 1, 1, NULL, 'real', NULL

-- case sin, cos, tan
SELECT round(sin(pi() / 6), 9), round(cos(pi() / 3), 9), round(tan(pi() / 4), 9), sin(1e999), cos(-1e999), tan(NULL), round(sin(-1), 9), round(cos('2'), 9), sin(x'30'), round(sin(1e10), 6), abs(sin(pi())) < 1e-15, typeof(cos(0)), sin('1 '), tan('');
--> 0.5, 0.5, 1.0, NULL, NULL, NULL, -0.84147098499999995, -0.41614683699999999, NULL, -0.48750599999999999, 1, 'real', 0.8414709848078965, NULL

-- case sinh, cosh, tanh
SELECT sinh(0), cosh(0), tanh(0), tanh(1e3), tanh(-1e999), sinh(1000), sinh(-1000), round(cosh(-1), 9), round(sinh('1'), 9), sinh('z'), cosh(NULL), sinh(1e999);
--> 0.0, 1.0, 0.0, 1.0, -1.0, inf, -inf, 1.5430806349999999, 1.175201194, NULL, NULL, inf

-- case ceil, ceiling
SELECT ceil(-0.5), ceil(0.1), ceil(9007199254740993), ceil(9223372036854775807), typeof(ceil(2.5)), ceil(1e300), ceil('7'), typeof(ceil('7')), typeof(ceil('7.0')), ceiling(x'31'), ceil(1e999), ceil(-9223372036854775808), ceil('1e2'), ceil(' 2.1 '), ceil('2.1x');
--> -0.0, 1.0, 9007199254740993, 9223372036854775807, 'real', 1.0000000000000001e+300, 7, 'integer', 'real', NULL, inf, -9223372036854775808, 100.0, 3.0, NULL

-- case floor
SELECT floor(-0.5), floor(0.9), floor(9223372036854775807), typeof(floor(2.0)), floor('-2.5'), typeof(floor('2')), floor(''), floor(NULL), floor(-1e300), floor(-1e-300), floor(4503599627370495.5), floor(x'');
--> -1.0, 0.0, 9223372036854775807, 'real', -3.0, 'integer', NULL, NULL, -1.0000000000000001e+300, -1.0, 4503599627370495.0, NULL

-- case trunc
SELECT trunc(-0.9), trunc(0.9), trunc('-1.5'), trunc('5'), typeof(trunc('5')), trunc(1e20), trunc(NULL), trunc('x'), trunc(-9223372036854775808), trunc(2.9999999999999996), trunc(-1e999);
--> -0.0, 0.0, -1.0, 5, 'integer', 1e+20, NULL, NULL, -9223372036854775808, 2.0, -inf

-- case degrees, radians
-- holds functions-math: degrees, radians
SELECT degrees(0), round(degrees(1), 9), round(radians(-90), 9), round(degrees(radians(45)), 9), degrees('x'), radians(NULL), degrees(1e999), radians(x'31'), round(radians('360'), 9), degrees(1e308);
--> 0.0, 57.295779512999999, -1.570796327, 45.0, NULL, NULL, inf, NULL, 6.2831853070000001, inf

-- case exp, ln
SELECT exp(0), round(exp(-1), 9), exp(-1000), exp(1e999), exp(-1e999), ln(1e999), round(ln(2), 9), ln('1'), ln('x'), ln(x'31'), round(ln(exp(5)), 9), ln(-1e-300), round(ln(1e-300), 6), exp(NULL);
--> 1.0, 0.36787944099999997, 0.0, inf, 0.0, inf, 0.69314718099999995, 0.0, NULL, NULL, 5.0, NULL, -690.77552800000001, NULL

-- case log(X) and log10(X) to the base 10
SELECT log(1), log10(1000), log(1e300), log10('100'), log(-1), log(''), log10(1e999), round(log(2), 9), log10(-0.0), round(log(1e-5), 9), log(1, NULL), log(x'31');
--> 0.0, 3.0, 300.0, 2.0, NULL, NULL, inf, 0.30102999600000002, NULL, -5.0, NULL, NULL

-- case log(B, X)
SELECT log(10, 100), round(log(2, 1024), 9), round(log(0.5, 8), 9), log(10, 0), log(10, -1), log(1, 1), log(0, 5), log(-1, 5), log('2', '4') = 2.0, log('x', 4), log(2, NULL), log(NULL, 2), round(log(100, 10), 9), log(2, 'y'), log(2, 1e999);
--> 2.0, 10.0, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, 0.5, NULL, inf

-- case log2(X)
SELECT log2(1), log2(1024), log2(-1), log2(1e999), log2(''), log2(NULL), round(log2(3), 9), log2(x'38'), log2('0x8'), log2(9223372036854775807);
--> 0.0, 10.0, NULL, inf, NULL, NULL, 1.5849625009999999, NULL, NULL, 63.0

-- case mod(X, Y): the sign of X, reals
SELECT mod(-7.5, 2), mod(7.5, -2), mod(0, 5), mod(-0.0, 5), mod(5, 0), mod(5.5, 0.0), mod('7', '4'), mod('x', 2), mod(1e300, 7), mod(5, 1e999), mod(1e999, 5), mod(NULL, 2), typeof(mod(7, 3)), mod(9223372036854775807, 10), mod(0.3, 0.1) < 0.1;
--> -1.5, 1.5, 0.0, -0.0, NULL, NULL, 3.0, NULL, 1.0, 5.0, NULL, NULL, 'real', 8.0, 1

-- case pi
SELECT pi() > 3.14159265358979, pi() < 3.1415926535898, pi() = 2 * asin(1), printf('%.15f', pi()), round(sin(pi() / 2), 15);
--> 1, 1, 1, '3.141592653589793', 1.0

-- case pow, power
-- holds functions-math: pow, power
SELECT pow(2, -1), pow(-2, 3), pow(0, -1), pow(0, 0.5), pow(2, 1024), pow(-2, 1023) < 0, pow(1, 1e999), pow('2', 3), power('x', 2), pow(2, NULL), pow(NULL, 0), pow(9, 0.5), pow(-1, 0.5), power(10, -2), typeof(pow(2, 2)), pow(1e999, 0), pow(-8, 1e999);
--> 0.5, -8.0, inf, 0.0, inf, 1, 1.0, 8.0, NULL, NULL, NULL, 3.0, NULL, 0.01, 'real', 1.0, inf

-- case sqrt
SELECT sqrt(0), sqrt(-0.0), sqrt(0.25), sqrt(1e300), sqrt(1e999), sqrt(-1e-300), sqrt('x'), sqrt('16'), sqrt(x'31'), typeof(sqrt(9)), sqrt(2) * sqrt(2) = 2, round(sqrt(2), 12);
--> 0.0, -0.0, 0.5, 9.9999999999999998e+149, inf, NULL, NULL, 4.0, NULL, 'real', 0, 1.4142135623730001

-- case sign and round stand among the core functions
SELECT sign(sin(-1)), round(pow(2, 0.5), 3), sign(log(0.5)), round(exp(1), 2), sign(mod(-7, 3)), sign(ln(1));
--> -1, 1.4139999999999999, -1, 2.7200000000000002, -1, 0

-- case texts that are no numbers
SELECT exp('1x'), ln('e'), pow('2 ', ' 3'), pow('2', '3x'), sqrt('4.0'), sqrt('4e0'), sqrt('0x4'), sin('+0'), ceil('--1'), floor('1_0'), sqrt('inf'), cos(char(9) || '0'), log(''), mod('7', '');
--> NULL, NULL, 8.0, NULL, 2.0, 2.0, NULL, 0.0, NULL, NULL, NULL, 1.0, NULL, NULL

-- case infinite answers
SELECT exp(710), pow(10, 308) * 10, pow(-10, 309), sinh(711), -pow(10, 309) + pow(10, 309), ln(pow(10, 400)), atanh(1), typeof(exp(1e6)), exp(710) = 1e999, cosh(-711);
--> inf, inf, -inf, inf, NULL, inf, inf, 'real', 1, inf

-- case in a WHERE clause and an index
-- holds functions-math: in a WHERE clause and an index
CREATE TABLE n(a, b AS (sqrt(a)), c REAL AS (pow(a, 2)) STORED);
CREATE INDEX i ON n(log10(a));
CREATE INDEX j ON n(a) WHERE mod(a, 2) = 0;
INSERT INTO n(a) VALUES (1), (10), (100), (-4), (NULL), ('x');
SELECT a, b, c FROM n WHERE log10(a) BETWEEN 1 AND 2 ORDER BY a;
--> 10, 3.1622776601683795, 100.0
--> 100, 10.0, 10000.0
SELECT a FROM n WHERE mod(a, 2) = 0 AND a > 0 ORDER BY a;
--> 10
--> 100
SELECT a, ceil(a / 3.0) AS g FROM n WHERE typeof(a) = 'integer' GROUP BY g ORDER BY g;
--> -4, -1.0
--> 1, 1.0
--> 10, 4.0
--> 100, 34.0
SELECT sum(pow(a, 2)), max(sqrt(a)) FROM n;
--> 10117.0, 10.0

-- case a wrong number of arguments
SELECT acos();
--> error: wrong number of arguments to function acos()
SELECT sin(1, 2);
--> error: wrong number of arguments to function sin()
SELECT atan2(1, 2, 3);
--> error: wrong number of arguments to function atan2()
SELECT log();
--> error: wrong number of arguments to function log()
SELECT mod(1);
--> error: wrong number of arguments to function mod()
SELECT pi(NULL);
--> error: wrong number of arguments to function pi()
SELECT power(1, 2, 3);
--> error: wrong number of arguments to function power()
SELECT trunc(1, 2);
--> error: wrong number of arguments to function trunc()
