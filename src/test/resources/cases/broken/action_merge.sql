-- ---
-- action: insert
-- datasource: options
-- ---
INSRT INTO sql_widgets.lookup_option (lookup) VALUES (:a)
