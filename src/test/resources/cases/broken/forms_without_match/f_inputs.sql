-- ---
-- params: [{ type: form, action: add, inputParams: [{ paramName: lst }, { paramName: value, type: text, options: [a, b], multiSelect: true }, { paramName: list, lookup: none }, { paramName: list, type: number, value: x, options: [1] }] }]
-- ---
SELECT 1 AS one
