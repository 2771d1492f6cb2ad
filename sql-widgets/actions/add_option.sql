-- ---
-- description: Adds an option to a list that is kept in the database
-- datasource: options             # may change the options of lookups, and nothing else
-- message: 'Added "{value}" to {list}'
-- params:
--   - { paramName: list, label: List, lookup: option_lists, required: true }
--   - { paramName: value, label: Value, description: What the query gets, required: true }
--   - { paramName: label, label: Label, description: What people see; empty is the value }
--   - { paramName: description, label: Description, description: A second line below the label }
--   - { paramName: parent_value, label: Only for, description: The value of the list's parent param }
--   - { paramName: position, type: number, label: Position }
-- ---
INSERT INTO sql_widgets.lookup_option (lookup, value, label, description, parent_value, position)
SELECT l.name,
       CAST(:value AS varchar),
       CAST(:label AS varchar),
       CAST(:description AS varchar),
       CAST(:parent_value AS varchar),
       CAST(:position AS integer)
FROM   sql_widgets.lookup l
WHERE  l.name = :list
  AND  l.query IS NULL
