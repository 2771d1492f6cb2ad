-- ---
-- type: html
-- raw: true
-- template: <b>{{count}}</b> {{sum.close_usd}} {{theme}}
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
