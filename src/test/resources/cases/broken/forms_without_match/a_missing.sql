-- ---
-- params: [{ type: form, action: ad }]
-- ---
SELECT 1 AS one
