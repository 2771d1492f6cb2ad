-- ---
-- action: insert
-- datasource: options
-- params: [{ paramName: valu }]
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('x', :value)
