-- ---
-- action: update
-- datasource: options
-- ---
UPDATE sql_widgets.lookup_option SET label = (SELECT max(label) FROM sql_widgets.lookup_option WHERE value = :value)
