-- ---
-- type: chart
-- figure: { kind: linee, x: month }
-- ---
SELECT month FROM monthly_stock_pricess
