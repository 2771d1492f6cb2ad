-- ---
-- name: "Quotes \" and \\ and \u2028 and 😀 and </script>"
-- description: |
--   Two
--   lines with a tab	in them
-- category: "\0 NUL"
-- params:
--   - { paramName: x, label: "a\nb", value: "\u0001" }
-- ---
SELECT CAST(:x AS text) AS "say ""hi""", '\u00e9' AS "é\n"
