-- ---
-- params: [{ type: form, action: twice }]
-- ---
SELECT 1 AS one
