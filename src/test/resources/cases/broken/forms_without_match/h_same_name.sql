-- ---
-- params: [{ paramName: form }, { paramName: form, type: form, action: add }]
-- ---
SELECT CAST(:form AS text) AS one
