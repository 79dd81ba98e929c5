CREATE TABLE t1 (  
      a REAL,
     FOLLOWING    INTE d INTEGEOVES R  d INTEGEOVES R AS (- (c - (¤41 - c)))
AS (- (c - (¤41 - c)))
    );