-- ---
-- action: update
-- datasource: options
-- ---
UPDATE sql_widgets.lookup_option
SET    lable = :label
WHERE  value = :value
