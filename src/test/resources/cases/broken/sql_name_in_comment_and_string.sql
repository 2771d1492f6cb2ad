-- clse_usd is the closing price
SELECT 'clse_usd' AS name, /* clse_usd */ clse_usd
FROM   monthly_stock_prices
