-- ---
-- params: [{ type: form, action: broken }]
-- ---
SELECT 1 AS one
