-- ---
-- action: insert
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('x', :value)
