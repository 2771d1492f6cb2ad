-- ---
-- type: markdown
-- params: [ { paramName: name, type: text } ]
-- ---
SELECT '# Hello World ' || coalesce(:name, '') AS greeting
