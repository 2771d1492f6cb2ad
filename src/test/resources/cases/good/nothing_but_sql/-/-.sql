-- ---
-- id: dash
-- ---
SELECT * FROM (VALUES (1, 'a')) AS v (n, name)
