-- ---
-- action: delete
-- datasource: options
-- ---
DELETE FROM sql_widgets.lookup_option WHERE lookup = :list AND value IN ('a', :value)
