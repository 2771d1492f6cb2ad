-- ---
-- type: markdown
-- data:
--   table: { showAll: true }
-- ---
SELECT 'Hello' AS text
