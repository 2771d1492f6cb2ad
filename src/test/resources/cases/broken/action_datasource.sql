-- ---
-- action: insert
-- datasource: widgets
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('x', :value)
