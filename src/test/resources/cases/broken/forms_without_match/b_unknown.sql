-- ---
-- params: [{ type: form, action: nothing }]
-- ---
SELECT 1 AS one
