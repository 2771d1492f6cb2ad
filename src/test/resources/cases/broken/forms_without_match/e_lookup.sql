-- ---
-- params: [{ type: form, action: add }]
-- ---
SELECT 1 AS one
