-- ---
-- action: insert
-- datasource: options
-- ---
SELECT 1 AS one
