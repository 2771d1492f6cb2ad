-- ---
-- expect: one row
-- ---
SELECT 1 AS one
