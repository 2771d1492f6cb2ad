-- ---
-- params: [{ paramName: a, cache: 1h }]
-- ---
SELECT CAST(:a AS text) AS a
