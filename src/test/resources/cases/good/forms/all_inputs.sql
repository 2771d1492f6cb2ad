-- ---
-- params:
--   - { paramName: list, type: text, value: regions }
--   - { paramName: form, type: form, action: add }
-- ---
SELECT value FROM sql_widgets.lookup_option WHERE lookup = :list
