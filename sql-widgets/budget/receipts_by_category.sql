-- ---
-- name: Receipts by category
-- description: Kinds of receipts in one fiscal year, with share and change against the year before
-- source: OMB, budget 2016
-- params:
--   - paramName: fiscal_year
--     label: Fiscal year
--     lookup: fiscal_years
--     value: 2014
--     sqlType: integer
-- columns:
--   category: { pinned: left, width: 260 }
--   billion_usd: { headerName: Receipts, prefix: "$", suffix: " bn", decimalPlaces: 1 }
--   share: { formatterFn: normalizedPercent, decimalPlaces: 1 }
--   change: { formatterFn: normalizedPercent, decimalPlaces: 1, renderFn: greenRed }
-- ---
WITH years AS (
  SELECT category, fiscal_year, sum(receipts_thousands_usd) AS thousands
  FROM   us_federal_receipts
  GROUP  BY category, fiscal_year
)
SELECT   this.category,
         (this.thousands / 1000000.0)::numeric(10, 1) AS billion_usd,
         (this.thousands / sum(this.thousands) OVER ())::numeric(8, 4) AS share,
         (1.0 * this.thousands / nullif(before.thousands, 0) - 1)::numeric(8, 4) AS change
FROM     years this
LEFT     JOIN years before
         ON  before.category = this.category
         AND before.fiscal_year = this.fiscal_year - 1
WHERE    this.fiscal_year = :fiscal_year
ORDER BY billion_usd DESC, category
