-- ---
-- datasource: options
-- ---
DELETE FROM sql_widgets.lookup_option WHERE value = :value
