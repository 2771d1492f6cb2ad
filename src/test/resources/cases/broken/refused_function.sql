-- ---
-- name: Prices
-- ---
SELECT nextval('numbers') AS n
