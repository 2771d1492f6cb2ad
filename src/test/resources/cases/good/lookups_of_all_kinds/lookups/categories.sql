SELECT category, category FROM us_federal_receipts WHERE :kind = 'all' GROUP BY category HAVING count(*) > :atleast
