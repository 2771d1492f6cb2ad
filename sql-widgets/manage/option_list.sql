-- ---
-- name: Options
-- description: The options of a list, in the order of the dropdown; the form adds one
-- source: Lookups
-- gridData: { w: 20, h: 12 }
-- params:
--   - { paramName: list, label: List, lookup: option_lists, value: regions }
--   - { paramName: add, type: form, label: Add an option, action: add_option }
-- columns:
--   value: { headerName: Value, pinned: left }
--   parent_value: { headerName: Only for }
-- ---
SELECT   value,
         coalesce(label, value) AS label,
         description,
         parent_value,
         position,
         coalesce(enabled, TRUE) AS offered
FROM     sql_widgets.lookup_option
WHERE    lookup = :list
ORDER BY parent_value NULLS FIRST, position NULLS LAST, coalesce(label, value), value
