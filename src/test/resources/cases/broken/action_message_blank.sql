-- ---
-- action: delete
-- datasource: options
-- message: " "
-- ---
DELETE FROM sql_widgets.lookup_option WHERE value = :value
