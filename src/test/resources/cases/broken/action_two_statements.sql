-- ---
-- action: update
-- datasource: options
-- ---
DELETE FROM sql_widgets.lookup_option WHERE value = :value RETURNING value; DROP TABLE x
