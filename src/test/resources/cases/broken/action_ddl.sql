-- ---
-- action: drop
-- datasource: options
-- ---
DROP TABLE sql_widgets.lookup_option
