-- ---
-- description: Deletes an option
-- datasource: options
-- message: 'Deleted "{value}" from {list}'
-- params:
--   - { paramName: list, label: List, lookup: option_lists, required: true }
--   - { paramName: value, label: Value, description: The option to delete, required: true }
--   - { paramName: parent_value, label: Only for, description: Tells options of the same value apart }
-- ---
DELETE FROM sql_widgets.lookup_option
WHERE  lookup = :list
  AND  value = :value
       /*[ AND parent_value = :parent_value ]*/
