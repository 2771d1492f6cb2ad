-- ---
-- name: Delete an option
-- description: Delete an option for good; to hide it, change it to not offered
-- source: Lookups
-- gridData: { w: 20, h: 12 }
-- params:
--   - { paramName: list, label: List, lookup: option_lists, value: regions }
--   - { paramName: remove, type: form, label: Delete an option, action: delete_option }
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
