-- ---
-- action: insert
-- datasource: options
-- params:
--   - { paramName: a, type: form }
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('x', :value)
