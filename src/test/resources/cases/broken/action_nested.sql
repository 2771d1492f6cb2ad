-- ---
-- action: insert
-- datasource: options
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value)
SELECT value, lookup FROM FINAL TABLE (DELETE FROM sql_widgets.lookup_option WHERE value = :value)
