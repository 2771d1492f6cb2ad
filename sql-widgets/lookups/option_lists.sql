-- ---
-- description: The lists of options that are kept in the database
-- ---
SELECT   name AS value,
         name AS label,
         description
FROM     sql_widgets.lookup
WHERE    query IS NULL
ORDER BY name
