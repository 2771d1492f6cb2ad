-- ---
-- name: Odd names
-- ---
SELECT 1 AS "2023", 2 AS "Größe", 3 AS "close (USD)", 4 AS "a b", 5 AS "__", 6 AS "x'y", 7 AS "$", 8 AS "ßx", 9 AS "😀" 
