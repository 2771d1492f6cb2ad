-- ---
-- name: All controls
-- params:
--   - { paramName: text, type: text, label: Text, description: "Any text, or none", placeholder: e.g. AAPL, value: AAPL }
--   - { paramName: number, type: number, value: 1.50 }
--   - { paramName: flag, type: boolean, value: true, show: false }
--   - { paramName: day, type: date, value: $currentDate-3m }
--   - { paramName: stock, type: ticker, value: AAPL, hidden: true }
--   - paramName: view
--     type: tabs
--     value: month
--     options: [ { label: Month, value: month }, { label: Year, value: year } ]
--   - paramName: choice
--     type: text
--     style: { popupWidth: 450.5 }
--     options:
--       - { label: Apple, value: AAPL }
--       - IBM
--       - 007
--       - { label: All, value: "" }
--   - { paramName: amount, type: number, value: 2.5, options: [1, 2.50, { label: Three, value: 3 }] }
--   - { paramName: code, type: text, language: sql, value: SELECT 1 }
-- ---
SELECT symbol FROM monthly_stock_prices
WHERE  symbol IN (:text, :stock, :choice, :code) AND close_usd > :number AND close_usd > :amount
AND    (:flag OR month >= :day) AND :view = 'month'
