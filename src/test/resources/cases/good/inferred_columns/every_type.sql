-- ---
-- name: Every type
-- ---
SELECT CAST(1 AS smallint) AS tiny,
       CAST(2 AS integer) AS whole,
       CAST(3 AS bigint) AS big,
       CAST(4.25 AS numeric(10, 2)) AS exact,
       CAST(4.25 AS numeric(20, 9)) AS fine,
       CAST(5 AS real) AS single,
       CAST(6 AS double precision) AS double,
       true AS flag,
       DATE '2024-01-31' AS day,
       TIMESTAMP '2024-01-31 12:30:00' AS moment,
       TIMESTAMP WITH TIME ZONE '2024-01-31 12:30:00+00' AS instant,
       TIME '12:30:00' AS time_of_day,
       CAST('x' AS char(3)) AS padded,
       CAST('x' AS varchar(10)) AS short_text,
       CAST('6f0ecf0e-3a37-4a5c-9a4b-7a1c7c1b2a10' AS uuid) AS key,
       JSON '{"a":1}' AS document,
       ARRAY[1, 2, 3] AS list
