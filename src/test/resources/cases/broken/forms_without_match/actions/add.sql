-- ---
-- datasource: options
-- params: [{ paramName: value, required: true }, { paramName: list, lookup: of }]
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES (:list, :value)
