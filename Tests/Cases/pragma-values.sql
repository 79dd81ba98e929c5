-- What odd values of pragmas mean.

-- case journal_mode by the beginning of its name
PRAGMA journal_mode = "m";
--> 'memory'

-- case synchronous keeps three bits of a number
PRAGMA synchronous = 100;
PRAGMA synchronous = '5x';
PRAGMA synchronous = -1;
PRAGMA synchronous;
--> 1

-- case threads of more than 32 bits
PRAGMA threads = 3;
--> 3
PRAGMA threads = 100;
--> 8

-- case integrity_check of a number that is no whole one
PRAGMA integrity_check('1');
--> error: no such table: 1
PRAGMA integrity_check = -1;
--> 'ok'
PRAGMA integrity_check = 0;
--> 'ok'
