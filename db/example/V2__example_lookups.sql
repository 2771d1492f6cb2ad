-- Lookups of the example widgets that are kept in the database. They are yours once they are
-- here: edit them with plain SQL. A lookup that already has one of these names is left alone.

-- Options as rows.
INSERT INTO sql_widgets.lookup (name, description)
VALUES ('regions', 'Regions of the world as Gapminder divides them')
ON CONFLICT DO NOTHING;

INSERT INTO sql_widgets.lookup_option (lookup, value, label, description, position, is_default)
SELECT o.lookup, o.value, o.label, o.description, o.position, o.is_default
FROM (VALUES
  ('regions', 'america', 'America', 'North, Central and South America', 1, NULL),
  ('regions', 'east_asia_pacific', 'East Asia and Pacific', 'From Mongolia to New Zealand', 2, NULL),
  ('regions', 'europe_central_asia', 'Europe and Central Asia', 'From Iceland to Tajikistan', 3, TRUE),
  ('regions', 'middle_east_north_africa', 'Middle East and North Africa', 'From Morocco to Iran', 4, NULL),
  ('regions', 'south_asia', 'South Asia', 'From Afghanistan to Bangladesh', 5, NULL),
  ('regions', 'sub_saharan_africa', 'Sub-Saharan Africa', 'From Mauritania to South Africa', 6, NULL)
) AS o (lookup, value, label, description, position, is_default)
WHERE EXISTS (SELECT 1 FROM sql_widgets.lookup l WHERE l.name = o.lookup AND l.query IS NULL)
  AND NOT EXISTS (SELECT 1 FROM sql_widgets.lookup_option p WHERE p.lookup = o.lookup);

-- Options as rows, each under a value of the param "sector".
INSERT INTO sql_widgets.lookup (name, description, parent_param)
VALUES ('sector_industries', 'Industries of the chosen sector', 'sector')
ON CONFLICT DO NOTHING;

INSERT INTO sql_widgets.lookup_option (lookup, parent_value, value, position, is_default)
SELECT o.lookup, o.parent_value, o.value, o.position, o.is_default
FROM (VALUES
  ('sector_industries', 'goods', 'Agriculture', 1, NULL),
  ('sector_industries', 'goods', 'Construction', 2, NULL),
  ('sector_industries', 'goods', 'Manufacturing', 3, TRUE),
  ('sector_industries', 'goods', 'Mining and Extraction', 4, NULL),
  ('sector_industries', 'services', 'Business services', 1, NULL),
  ('sector_industries', 'services', 'Education and Health', 2, NULL),
  ('sector_industries', 'services', 'Finance', 3, TRUE),
  ('sector_industries', 'services', 'Information', 4, NULL),
  ('sector_industries', 'services', 'Leisure and hospitality', 5, NULL),
  ('sector_industries', 'services', 'Other', 6, NULL),
  ('sector_industries', 'services', 'Transportation and Utilities', 7, NULL),
  ('sector_industries', 'services', 'Wholesale and Retail Trade', 8, NULL),
  ('sector_industries', 'public_and_own', 'Government', 1, TRUE),
  ('sector_industries', 'public_and_own', 'Self-employed', 2, NULL)
) AS o (lookup, parent_value, value, position, is_default)
WHERE EXISTS (SELECT 1 FROM sql_widgets.lookup l WHERE l.name = o.lookup AND l.query IS NULL)
  AND NOT EXISTS (SELECT 1 FROM sql_widgets.lookup_option p WHERE p.lookup = o.lookup);

-- A query kept as a row.
INSERT INTO sql_widgets.lookup (name, description, query)
SELECT 'receipt_categories', 'Kinds of federal receipts, the largest first',
  'SELECT category AS value
FROM   us_federal_receipts
GROUP  BY category
ORDER  BY sum(receipts_thousands_usd) DESC, category'
WHERE NOT EXISTS (SELECT 1 FROM sql_widgets.lookup_option p WHERE p.lookup = 'receipt_categories')
ON CONFLICT DO NOTHING;
