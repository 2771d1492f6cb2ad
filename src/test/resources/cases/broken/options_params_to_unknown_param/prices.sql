-- ---
-- params:
--   - paramName: symbol
--     lookup: symbols_since
--     optionsParams: { since: $form, untl: 2010-01-01, x: $ }
--   - paramName: from
--     type: date
-- ---
SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = :symbol AND month >= :from
