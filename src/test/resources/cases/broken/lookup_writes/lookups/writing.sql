WITH gone AS (DELETE FROM monthly_stock_prices RETURNING symbol) SELECT symbol FROM gone
