-- ---
-- params: [{ type: form, action: add, inputParams: [{ paramName: value }, { paramName: list, lookup: failing }] }]
-- ---
SELECT 1 AS one
