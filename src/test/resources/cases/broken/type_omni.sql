-- ---
-- type: omni
-- ---
SELECT 1 AS one
