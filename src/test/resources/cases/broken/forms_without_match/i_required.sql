-- ---
-- params: [{ type: form, action: add, inputParams: [{ paramName: list, type: text, options: [a] }] }]
-- ---
SELECT 1 AS one
