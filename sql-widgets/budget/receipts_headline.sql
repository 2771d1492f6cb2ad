-- ---
-- name: Receipts headline
-- description: Total receipts of one fiscal year in a sentence
-- type: markdown
-- gridData: { w: 14, h: 6 }
-- source: OMB, budget 2016
-- params:
--   - paramName: fiscal_year
--     label: Fiscal year
--     lookup: fiscal_years
--     value: 2014
--     sqlType: integer            # a dropdown sends text; this says what the text is
-- ---
-- The text is made in SQL. Where NULL may come in, coalesce() keeps the sentence.
SELECT '# ' || coalesce((sum(receipts_thousands_usd) / 1000000.0)::numeric(10, 1)::varchar, 'no')
         || ' billion dollars' || chr(10) || chr(10)
         || CASE WHEN max(fiscal_year) > 2014 THEN 'is the estimate for' ELSE 'came in during' END
         || ' the fiscal year, from ' || count(DISTINCT agency) || ' agencies and '
         || count(DISTINCT account_code) || ' accounts.' AS markdown
FROM   us_federal_receipts
WHERE  fiscal_year = :fiscal_year
