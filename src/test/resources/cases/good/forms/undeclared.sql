-- ---
-- params: [{ type: form, action: elsewhere }]
-- ---
SELECT 1 AS one
