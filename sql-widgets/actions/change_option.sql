-- ---
-- description: Changes an option; what is left empty stays as it is
-- datasource: options
-- message: 'Changed "{value}" of {list}'
-- params:
--   - { paramName: list, label: List, lookup: option_lists, required: true }
--   - { paramName: value, label: Value, description: The option to change, required: true }
--   - { paramName: parent_value, label: Only for, description: Tells options of the same value apart }
--   - { paramName: label, label: New label }
--   - { paramName: description, label: New description }
--   - { paramName: position, type: number, label: New position }
--   - paramName: offered
--     label: Offered
--     options: [{ label: "Yes", value: "yes" }, { label: "No", value: "no" }]
-- ---
UPDATE sql_widgets.lookup_option
SET    label       = coalesce(CAST(:label AS varchar), label),
       description = coalesce(CAST(:description AS varchar), description),
       position    = coalesce(CAST(:position AS integer), position),
       enabled     = coalesce(CAST(:offered AS boolean), enabled)
WHERE  lookup = :list
  AND  value = :value
       /*[ AND parent_value = :parent_value ]*/
