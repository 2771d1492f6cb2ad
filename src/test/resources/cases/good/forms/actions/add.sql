-- ---
-- datasource: options
-- maxRows: 3
-- timeout: 5s
-- message: '{rows} added: {value}'
-- params:
--   - { paramName: list, lookup: lists, required: true }
--   - { paramName: value, required: true, placeholder: short }
--   - { paramName: position, type: number, value: 5 }
--   - { paramName: shown, type: boolean, value: true }
--   - { paramName: note, secret: true, description: noted nowhere }
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value, position, enabled, description)
VALUES (:list, :value, :position, :shown, :note)
